/** What a person does, in Chinese; the two languages are files of their own, so that they run at the same time. */
import { specifyWorkbench } from './workbench.mjs';

specifyWorkbench({
  kind: 'light',
  theme: 'Default Light Modern',
  language: 'zh-cn',
  words: {
    everywhere: '修复工作区中的',
    ignore: '忽略此处',
    showOutput: '人民日报语料: 显示输出',
    read: /语料\s5\s个/,
    reopen: '用 GB18030 重新打开',
    openWalkthrough: '人民日报语料: 新手入门',
    steps: ['打开样本', '看结构，看问题', '一次修好', '指到哪里，读到别处'],
  },
});
