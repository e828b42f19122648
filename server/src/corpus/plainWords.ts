/** Words that begin or end no term. */
export const FUNCTION_WORDS: ReadonlySet<string> = words(
  '的 了 和 与 及 以 以及 或 而 并 且 在 于 对 对于 为 是 由 被 把 将 从 向 就 等 之 其 该 此 这 那 有 无 各 所 也 都 不 应 愿 ' +
    '要 会 能 可 使 让 到 同 因 因此 为此 通过 根据 按照 关于 包括 特别 特别是 上 下 中 内 外 后 前 年 月 日 个 一 两 各种 一切 有关 ' +
    '相关 进一步 继续 双方 认为 指出 强调 重申 表示 支持 主张 反对 愿意 致力于 推动 促进 加强 深化 维护 开展 提高 扩大 坚持 我们 他们 它',
);

/**
 * Words that tell in what respect something is spoken of, and may be left out at either end of a term: 阿富汗局势 and
 * 解决阿富汗问题 are on 阿富汗.
 */
export const FRAMING_WORDS: ReadonlySet<string> = words(
  '问题 局势 形势 情况 状况 状态 领域 方面 层面 范围 合作 协作 协调 配合 交流 交往 往来 关系 机制 体系 体制 制度 系统 框架 事务 工作 ' +
    '活动 进程 事业 原则 准则 规则 规范 标准 义务 责任 作用 立场 态度 方案 计划 规划 行动 措施 谈判 对话 磋商 协商 会谈 会晤 冲突 对峙 ' +
    '争端 危机 国际 世界 全球 双边 多边 各国 两国 国家 地区 区域 三方 各方 有关方 基本 根本 全面 务实 互利 有效 积极 重要 重大 主要 共同 相关 ' +
    '解决 打击 恪守 遵守 尊重 进行 使用 利用 参与 实施 执行 落实 履行 制定 举行 举办 召开 组建 保障 保护 保证 改善 巩固 发挥 实现 建立 ' +
    '构建 完善 关注 讨论 应对 防止 预防 消除 创造 尽快 同意 欢迎 呼吁 希望 合作伙伴 伙伴关系 水平 规模 数量 质量 程度 成果 成就 潜力 ' +
    '优势 能力 条件 基础 意义 影响 目标 任务 目的 内容 议题 途径 方式 方法 手段 渠道 平台 环境 氛围 趋势 项目 倡议 政策 战略 服务 管理',
);

/** Words of official prose that go with any subject: where nothing but these is shared, nothing is. */
export const GENERAL_WORDS: ReadonlySet<string> = new Set([
  ...FRAMING_WORDS,
  ...words(
    '外交 政治 经济 技术 角色 地位 办法 条约 协定 协议 公约 议定书 文件 宣言 声明 公报 决议 决定 备忘录 会议 大会 峰会 论坛 沟通 接触 组织 机构 委员会 小组 ' +
      '工作组 部门 单位 中心 联盟 集团 伙伴 成员 成员国 国内 一方 中方 本国 他国 人民 政府 元首 领导人 总统 主席 总理 部长 外长 代表 人士 社会 ' +
      '公众 发展 建设 努力 步骤 工程 使命 利益 成效 贡献 共赢 平等 互信 信任 友好 稳定 和平 安全 繁荣 矛盾 分歧 挑战 威胁 风险 机遇 机会 ' +
      '阶段 看法 意见 建议 观点 共识 承诺 权利 权益 法律 法规 条款 议程 气氛 秩序 格局 时代 时期 历史 现实 未来 当前 新 大 高 高质量 核心 ' +
      '关键 普遍 公认 公正 合理 正确 具体 实际 现有 一些 许多 其他 其它 此外 同时 方 国 者 性 力 势力 化 业 类 型 式 监督 监管 改革 创新 开放 ' +
      '深入 广泛 密切 紧密 长期 长远 战略性 综合性 建设性 直接 间接 合法 唯一 特殊 一般 总体 整体 一体化',
  ),
]);

function words(spaced: string): ReadonlySet<string> {
  return new Set(spaced.split(' '));
}
