/** A page without tags, with the residue of a web site and a half-width comma. */
export const RAW = `首页 > 新闻
中俄联合声明
　　双方声明如下：
　　一、双方同意,深化合作。
2014年5月20日于上海
`;
/** The record that it becomes. */
export const RECORD = `〖ZQ/总期〗〖-ZQ/总期〗
〖RQ/日期〗20140520〖-RQ/日期〗
〖BH/版号〗〖-BH/版号〗
〖TH/条号〗〖-TH/条号〗
〖BT/标题〗中俄联合声明〖-BT/标题〗
〖ZW/正文〗
    双方声明如下：
    一、双方同意，深化合作。
    2014年5月20日于上海
〖-ZW/正文〗
`;
