/* Every word of the page, in Chinese and English. A message is a text, or a function of what it is about. */
const WORDS = {
  zh: {
    brand: '义桥智治中心',
    skip: '跳到正文',
    retry: '重试',
    foot: '事件驱动的社区治理平台',
    'foot.map': '地图绘制 Leaflet',
    asof: time => `数据截至 ${time}`,
    zone: zone => `按本机时区（${zone}）分日`,

    'sign-in': '登录',
    'sign-out': '退出',
    'who.title': '当前登录：',
    'who.and': '、',
    'who.none': '没有岗位',
    'who.everywhere': '全部区域',
    'signed-out.title': '登录后查看辖区的诉求办理情况',
    'signed-out.text': '您看到的区域取决于您的岗位。',
    'signed-out.failed': '登录未成功',
    'signed-out.failed.text': '登录已过期或被中断，请重新登录。',
    'signed-out.unavailable': '暂时无法登录',
    'signed-out.unavailable.text': '登录服务没有回应，请稍后再试。',
    'role.resident': '居民',
    'role.volunteer': '志愿者',
    'role.stairwell-steward': '楼道长',
    'role.micro-grid-chief': '微网格长',
    'role.grid-member': '网格员',
    'role.grid-chief': '网格长',
    'role.community-worker': '社区工作者',
    'role.community-secretary': '社区书记',
    'role.department-handler': '部门经办人',
    'role.property-manager': '物业经理',
    'role.owners-committee': '业委会',
    'role.organization-lead': '社会组织负责人',
    'role.town-operator': '镇街受理员',
    'role.town-leader': '镇街领导',
    'role.auditor': '审计员',
    'role.administrator': '系统管理员',

    'live.connecting': '连接中',
    'live.live': '实时',
    'live.reconnecting': '正在重连',
    'live.events': events => `已处理事件 ${events}`,
    'live.lag': events => `待处理 ${events}`,
    'live.done': '已同步',
    'live.at': time => `最近一次处理：${time}`,

    crumbs: '所在位置',
    towns: '选择镇街',
    'level.township': '镇街',
    'level.community': '社区',
    'level.grid': '网格',
    'level.micro-grid': '微网格',
    'areas.community': '社区',
    'areas.grid': '网格',
    'areas.micro-grid': '微网格',
    'areas.any': '下级区域',

    'period.title': '时间范围',
    'period.all': '全部',
    'period.7': '近 7 天',
    'period.30': '近 30 天',
    'period.90': '近 90 天',
    'period.custom': '自定义',
    'period.from': '从',
    'period.to': '至',

    total: '诉求',
    open: '未办结',
    closed: '已办结',
    'figure.total': '诉求总数',
    'figure.share': '办结率',
    'figure.unrouted': '未归属',
    'figure.unrouted.note': '未落入任何社区的诉求',

    'map.title': '分布图',
    'map.measure': '地图着色依据',
    'map.help': '各区域诉求分布图；相同数据见列表。',
    'map.in': '放大',
    'map.out': '缩小',
    'map.none': '无',
    'map.missing': '地图组件未能加载，数据见列表。',
    'map.leaf': '微网格是最小的治理单元',

    name: '名称',
    'column.share': '办结率',
    more: number => `显示全部 ${number} 个`,
    'areas.none': '没有下级区域',

    services: '诉求类别',
    'services.name': '类别',
    'services.median': '中位\u200b用时',
    'services.median.note': '已办结诉求从受理到办结，一半不超过此时长',
    'services.p90': '九成\u200b用时',
    'services.p90.note': '第 90 百分位：九成已办结诉求不超过此时长',
    'services.none': '尚无已办结诉求',
    'unit.minutes': number => `${number} 分钟`,
    'unit.hours': number => `${number} 小时`,
    'unit.days': number => `${number} 天`,

    'welcome.title': '智治中心已就绪，等待第一个镇街',
    'welcome.text': '这里将显示镇街、社区、网格和微网格的诉求办理情况。',
    'welcome.territory': '导入区划：社区、网格、微网格的边界',
    'welcome.requests': '提交或导入居民诉求',
    'welcome.self': '数据到达后，本页会自动更新。',

    'quiet.title': '这段时间没有诉求',
    'quiet.text': '换一个时间范围，或查看全部时间。',
    'quiet.all': '查看全部时间',
    'quiet.never': '这里还没有诉求',
    'quiet.never.text': '提交或导入诉求后，数据会自动出现在这里。',

    'problem.silent': '智治中心没有回应',
    'problem.silent.text': '请检查网络，或稍后重试。连接恢复后本页会自动更新。',
    'problem.slow': '智治中心回应太慢',
    'problem.slow.text': '等待超过 30 秒。请稍后重试，或缩短时间范围。',
    'problem.garbled': '收到的数据无法读取',
    'problem.garbled.text': '请重试；若仍如此，请联系管理员。',
    'problem.missing': '没有这个区域',
    'problem.signed-out': '您已退出登录',
    'problem.refused': '数据暂时无法显示',
    'problem.home': '返回镇街',
    'problem.code': code => `代码 ${code}`,
    stale: (title, time) => `更新失败（${title}），仍显示 ${time} 的数据。`,
  },
  en: {
    brand: 'Yiqiao Smart-governance center',
    skip: 'Skip to content',
    retry: 'Try again',
    foot: 'Event-driven community governance',
    'foot.map': 'Map by Leaflet',
    asof: time => `Figures as of ${time}`,
    zone: zone => `Days in time zone ${zone}`,

    'sign-in': 'Sign in',
    'sign-out': 'Sign out',
    'who.title': 'Signed in: ',
    'who.and': ', ',
    'who.none': 'no post',
    'who.everywhere': 'everywhere',
    'signed-out.title': 'Sign in to see how the requests of your area fare',
    'signed-out.text': 'Which areas you see depends on the posts you hold.',
    'signed-out.failed': 'You are not signed in',
    'signed-out.failed.text': 'The sign-in was interrupted or took too long. Please sign in again.',
    'signed-out.unavailable': 'Signing in is not possible right now',
    'signed-out.unavailable.text': 'The sign-in service does not answer. Please try again later.',
    'role.resident': 'resident',
    'role.volunteer': 'volunteer',
    'role.stairwell-steward': 'stairwell steward',
    'role.micro-grid-chief': 'micro-grid chief',
    'role.grid-member': 'grid member',
    'role.grid-chief': 'grid chief',
    'role.community-worker': 'community worker',
    'role.community-secretary': 'community secretary',
    'role.department-handler': 'department handler',
    'role.property-manager': 'property manager',
    'role.owners-committee': "owners' committee",
    'role.organization-lead': 'organization lead',
    'role.town-operator': 'town operator',
    'role.town-leader': 'town leader',
    'role.auditor': 'auditor',
    'role.administrator': 'administrator',

    'live.connecting': 'Connecting',
    'live.live': 'Live',
    'live.reconnecting': 'Reconnecting',
    'live.events': (events, number) => `${events} ${number === 1 ? 'event' : 'events'} applied`,
    'live.lag': events => `${events} to come`,
    'live.done': 'up to date',
    'live.at': time => `Last applied: ${time}`,

    crumbs: 'Where you are',
    towns: 'Choose a township',
    'level.township': 'Township',
    'level.community': 'Community',
    'level.grid': 'Grid',
    'level.micro-grid': 'Micro-grid',
    'areas.community': 'Communities',
    'areas.grid': 'Grids',
    'areas.micro-grid': 'Micro-grids',
    'areas.any': 'Areas',

    'period.title': 'Period',
    'period.all': 'All time',
    'period.7': '7 days',
    'period.30': '30 days',
    'period.90': '90 days',
    'period.custom': 'Custom',
    'period.from': 'From',
    'period.to': 'to',

    total: 'Requests',
    open: 'Open',
    closed: 'Closed',
    'figure.total': 'Requests',
    'figure.share': 'Closed share',
    'figure.unrouted': 'Unrouted',
    'figure.unrouted.note': 'requests in no community',

    'map.title': 'Map',
    'map.measure': 'Colour the map by',
    'map.help': 'Map of requests by area; the table holds the same figures.',
    'map.in': 'Zoom in',
    'map.out': 'Zoom out',
    'map.none': 'none',
    'map.missing': 'The map could not be loaded; the tables hold the figures.',
    'map.leaf': 'A micro-grid is the smallest unit',

    name: 'Name',
    'column.share': 'Closed %',
    more: number => `Show all ${number}`,
    'areas.none': 'No areas below this one',

    services: 'Services',
    'services.name': 'Service',
    'services.median': 'Median',
    'services.median.note': 'Half of the closed requests were closed within this time',
    'services.p90': '90th pct.',
    'services.p90.note': '90th percentile: nine of ten closed requests were closed within this time',
    'services.none': 'nothing closed yet',
    'unit.minutes': number => `${number} min`,
    'unit.hours': number => `${number} h`,
    'unit.days': number => `${number} d`,

    'welcome.title': 'The center is ready for its first township',
    'welcome.text': 'It will show how requests of residents fare in the township, its communities, grids and micro-grids.',
    'welcome.territory': 'Import a territory: the outlines of communities, grids and micro-grids',
    'welcome.requests': 'Send or import requests of residents',
    'welcome.self': 'This page fills by itself as data arrives.',

    'quiet.title': 'No requests in this period',
    'quiet.text': 'Choose another period, or look at all time.',
    'quiet.all': 'Show all time',
    'quiet.never': 'No requests here yet',
    'quiet.never.text': 'They appear by themselves once they are sent or imported.',

    'problem.silent': 'The center does not answer',
    'problem.silent.text': 'Check the network or try again later. The page recovers by itself once the connection is back.',
    'problem.slow': 'The center is too slow to answer',
    'problem.slow.text': 'Nothing came for 30 seconds. Try again later, or choose a shorter period.',
    'problem.garbled': 'The answer could not be read',
    'problem.garbled.text': 'Try again; if it stays, tell the operator.',
    'problem.missing': 'There is no such area',
    'problem.signed-out': 'You are signed out',
    'problem.refused': 'The figures cannot be shown right now',
    'problem.home': 'Back to the township',
    'problem.code': code => `code ${code}`,
    stale: (title, time) => `Refreshing failed (${title}). Figures are of ${time}.`,
  },
}

const KEPT = 'yiqiao.language'
let chosen = kept() ?? ofBrowser()

export const language = () => chosen
export const locale = () => (chosen === 'zh' ? 'zh-CN' : 'en')

export function t(key, ...about) {
  const words = WORDS[chosen][key]
  return typeof words === 'function' ? words(...about) : (words ?? key)
}

export const knows = key => key in WORDS[chosen]

export function speak(next) {
  chosen = next
  try {
    localStorage.setItem(KEPT, next)
  } catch {
    // A browser may refuse storage; the choice then lasts as long as the page.
  }
  translatePage()
}

/** Puts the words into every element of the page that names one with data-i18n. */
export function translatePage() {
  document.documentElement.lang = locale()
  for (const node of document.querySelectorAll('[data-i18n]')) node.textContent = t(node.dataset.i18n)
}

function kept() {
  try {
    const value = localStorage.getItem(KEPT)
    return value in WORDS ? value : null
  } catch {
    return null
  }
}

function ofBrowser() {
  const known = navigator.languages.map(tag => tag.slice(0, 2)).find(tag => tag in WORDS)
  return known ?? 'en'
}
