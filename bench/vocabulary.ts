/** Words for synthetic clauses, in the manner of a work plan. The projects are invented. */

type Words = readonly [string, ...string[]];

const split = (text: string): Words => {
  const [first = '', ...rest] = text.split(/\s+/);
  return [first, ...rest];
};

export const verbs = split(
  '推进 完善 深化 加快 提升 优化 落实 强化 加强 健全 推动 实施 巩固 打造 拓展 夯实 规范 引导 培育 统筹 探索 支持 开展 组织',
);
export const manners = split('持续 全面 深入 扎实 稳步 有序 积极 着力 切实 加大力度 常态长效');
export const purposes = split(
  '不断提高服务水平 满足群众需求 形成示范效应 提升运行效能 确保年内见效 增强发展动能 守牢安全底线 扩大品牌影响力 健全长效机制 推动成果共享',
);

/** The subjects of a department's clauses, the most frequent first. */
export const matters: Readonly<Record<string, Words>> = {
  economy: split(
    '招商引资 重点企业服务 总部经济 消费提质升级 专业服务业 科创平台建设 数字经济 首店品牌引进 楼宇经济 金融服务业 人才行动计划 产业基金 大数据企业培育 影视电竞产业 外资合作伙伴计划 民营总部集聚区 全球服务商计划 夜间经济 区块链应用试点 会展经济 专精特新企业库 税收落地率 跨境电商 检验检测服务',
  ),
  construction: split(
    '旧住房修缮改造 城市更新项目 道路架空线入地 产业园区转型 河道综合整治 公园绿地建设 停车泊位增设 海绵城市建设 低效用地盘活 绿色建筑推广 滨水空间贯通 美丽街区创建 立体绿化 雨污混接改造 楼宇更新改造 历史风貌保护 地下空间利用 慢行系统建设 桥梁养护 充电桩建设 口袋公园 节能改造 建筑垃圾消纳 道路大中修',
  ),
  livelihood: split(
    '就业岗位新增 养老床位建设 社区长者食堂 托幼服务 保障性租赁住房 家门口服务体系 优质教育服务 公共文化设施更新 社区卫生服务 市民健身步道 益智健身苑点 老年认知障碍友好社区 适老化改造 残疾人无障碍改造 宝宝屋建设 零星地块改造 加装电梯 中医药特色服务 体育赛事 学区化办学 博物馆开放 职业技能培训 救助综合服务 便民生活圈',
  ),
  safety: split(
    '安全隐患排查整治 消防基础设施改造 应急联动网络 疫苗接种 发热门诊建设 平安屋建设 食品安全监管 道路交通整治 民防工程养护 燃气安全改造 信访矛盾化解 防汛防台准备 反诈宣传 特种设备检查 网络安全等级保护 危险化学品管控 高层建筑巡查 应急演练',
  ),
  governance: split(
    '一网通办平台 一网统管建设 营商环境方案 首席数据官制度 基层治理共同体 政务服务分中心 公共数据共享 法律顾问制度 规范性文件审查 预算绩效管理 督查考核机制 社会组织培育 市民服务热线 国资国企改革 行政复议体制 政策体检 授权代办 居村减负 物业管理提升 统计基层基础',
  ),
};

/** Units of figures, the most frequent first, with the least and the greatest value. */
export const units: readonly [Unit, ...Unit[]] = [
  ['家', 5, 400],
  ['个', 2, 300],
  ['处', 1, 90],
  ['户', 50, 5000],
  ['万平方米', 1, 120],
  ['人', 50, 3000],
  ['条', 1, 60],
  ['%', 1, 15],
  ['亿元', 1, 1600],
  ['场', 5, 200],
  ['名', 10, 900],
  ['张', 20, 700],
  ['套', 20, 4500],
  ['幢', 1, 80],
  ['台', 5, 300],
  ['万人次', 1, 60],
  ['公里', 1, 20],
  ['片', 1, 12],
  ['幅', 1, 15],
  ['项', 2, 150],
];
type Unit = readonly [unit: string, low: number, high: number];

/** Events in a project, each with the stage of construction works that it stands for. */
export const milestones: readonly [Milestone, ...Milestone[]] = [
  ['开工', 'START'],
  ['竣工', 'COMPLETION'],
  ['启动前期工作', 'PREPARATION'],
  ['更新改造', 'RENEWAL'],
];
type Milestone = readonly [deed: string, stage: 'START' | 'COMPLETION' | 'PREPARATION' | 'RENEWAL'];

/** Characters for names of projects. A name has two of them, so a given pair is rare, like a real name. */
export const nameCharacters = split(
  [
    ...'安宝北昌晨成城大德东恩丰福富高观光广贵国海汉和恒弘鸿华汇惠吉佳嘉建江锦晋京景静聚骏康乐丽利联龙隆茂美明南宁鹏平浦启乾庆泉荣瑞润',
    ...'润山尚绍圣盛世首舒泰天通万旺威文西祥翔协欣新信兴星秀旭轩雅延阳怡亿益银盈永裕誉元源远悦云运泽展长兆臻振正志中众舟紫尊苏虹岚松竹梅兰',
  ].join(' '),
);
export const nameEndings = split('大厦 里 坊 苑 中心 花园 地块 广场 公寓 产业园');
