/* All texts of the page, in Chinese and English. A message is a text, or a function of its parameters. */
const MESSAGES = {
  zh: {
    brand: '义桥智治中心',
    skip: '跳到正文',
    retry: '重试',
    foot: '事件驱动的社区治理平台',
    'foot.map': '地图由 Leaflet 绘制',
    asof: time => `数据截至 ${time}`,
    zone: zone => `日期按镇街时区（${zone}）划分`,

    'sign-in': '登录',
    'sign-out': '退出',
    'account.title': '当前登录：',
    'account.and': '、',
    'account.none': '暂无岗位',
    'account.everywhere': '全部区域',
    'signed-out.title': '登录后可查看辖区诉求办理情况',
    'signed-out.text': '可查看的区域由您的岗位决定。',
    'signed-out.failed': '登录失败',
    'signed-out.failed.text': '登录超时或中断，请重新登录。',
    'signed-out.unavailable': '暂时无法登录',
    'signed-out.unavailable.text': '登录服务无响应，请稍后再试。',
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
    'live.at': time => `最近处理时间：${time}`,

    crumbs: '当前位置',
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
    'figure.unrouted.note': '尚未归属到社区的诉求',

    'map.title': '分布图',
    'map.measure': '地图着色依据',
    'map.help': '各区域诉求分布图，数据与列表一致。',
    'map.in': '放大',
    'map.out': '缩小',
    'map.none': '无',
    'map.unavailable': '地图加载失败，数据见列表。',
    'map.leaf': '微网格是最小的治理单元',

    name: '名称',
    'column.share': '办结率',
    more: number => `显示全部 ${number} 项`,
    'areas.none': '无下级区域',

    services: '诉求类别',
    'services.name': '类别',
    'services.median': '中位\u200b用时',
    'services.median.note': '半数已办结诉求从受理到办结的用时不超过此值',
    'services.p90': '九成\u200b用时',
    'services.p90.note': '第 90 百分位：九成已办结诉求从受理到办结的用时不超过此值',
    'services.none': '暂无已办结诉求',
    'unit.minutes': number => `${number} 分钟`,
    'unit.hours': number => `${number} 小时`,
    'unit.days': number => `${number} 天`,

    'welcome.title': '智治中心已就绪，请接入首个镇街',
    'welcome.text': '本页展示镇街、社区、网格、微网格的诉求办理情况。',
    'welcome.territory': '导入区划：社区、网格、微网格边界',
    'welcome.territory.others': '由镇街操作员导入区划：社区、网格、微网格边界',
    'welcome.requests': '录入或导入居民诉求',
    'welcome.requests.others': '由居民、网格或社区工作人员录入诉求，或由镇街操作员导入',
    'welcome.self': '数据接入后，本页自动更新。',

    'quiet.title': '该时段暂无诉求',
    'quiet.text': '请调整时间范围，或查看全部时间。',
    'quiet.all': '查看全部时间',
    'quiet.never': '本区域暂无诉求',
    'quiet.never.text': '诉求受理或导入后，将自动显示在此。',

    'problem.unreachable': '智治中心无响应',
    'problem.unreachable.text': '请检查网络，或稍后重试。连接恢复后，本页自动更新。',
    'problem.timeout': '智治中心响应超时',
    'problem.timeout.text': '30 秒内未收到响应。请稍后重试，或缩短时间范围。',
    'problem.unreadable': '数据无法读取',
    'problem.unreadable.text': '请重试；如仍无法读取，请联系系统管理员。',
    'problem.not-found': '未找到该区域',
    'problem.signed-out': '您已退出登录',
    'problem.rejected': '数据暂时无法显示',
    'problem.home': '返回镇街',
    'problem.code': code => `错误代码 ${code}`,
    stale: (title, time) => `更新失败（${title}），当前显示 ${time} 的数据。`,
  },
  en: {
    brand: 'Yiqiao Smart Governance Center',
    skip: 'Skip to content',
    retry: 'Try again',
    foot: 'Event-driven community governance',
    'foot.map': 'Map by Leaflet',
    asof: time => `Figures as of ${time}`,
    zone: zone => `Days and times of the township (${zone})`,

    'sign-in': 'Sign in',
    'sign-out': 'Sign out',
    'account.title': 'Signed in as ',
    'account.and': ', ',
    'account.none': 'no post',
    'account.everywhere': 'all areas',
    'signed-out.title': 'Sign in to see the requests in your area',
    'signed-out.text': 'Your posts determine the areas that you can see.',
    'signed-out.failed': 'Sign-in failed',
    'signed-out.failed.text': 'The sign-in was interrupted or took too long. Please sign in again.',
    'signed-out.unavailable': 'Sign-in is currently unavailable',
    'signed-out.unavailable.text': 'The sign-in service is not responding. Please try again later.',
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
    'live.events': (events, number) => `${events} ${number === 1 ? 'event' : 'events'} processed`,
    'live.lag': events => `${events} pending`,
    'live.done': 'up to date',
    'live.at': time => `Last processed: ${time}`,

    crumbs: 'Current location',
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
    'period.to': 'To',

    total: 'Requests',
    open: 'Open',
    closed: 'Closed',
    'figure.total': 'Requests',
    'figure.share': 'Closure rate',
    'figure.unrouted': 'Unrouted',
    'figure.unrouted.note': 'not assigned to a community',

    'map.title': 'Map',
    'map.measure': 'Colour the map by',
    'map.help': 'Map of requests by area. The table shows the same figures.',
    'map.in': 'Zoom in',
    'map.out': 'Zoom out',
    'map.none': 'none',
    'map.unavailable': 'The map could not be loaded. The tables show the same figures.',
    'map.leaf': 'A micro-grid is the smallest governance unit',

    name: 'Name',
    'column.share': 'Closed %',
    more: number => `Show all ${number}`,
    'areas.none': 'No areas below this level',

    services: 'Services',
    'services.name': 'Service',
    'services.median': 'Median',
    'services.median.note': 'Half of the closed requests were closed within this time',
    'services.p90': '90th pct.',
    'services.p90.note': '90th percentile: 90% of the closed requests were closed within this time',
    'services.none': 'no closed requests yet',
    'unit.minutes': number => `${number} min`,
    'unit.hours': number => `${number} h`,
    'unit.days': number => `${number} d`,

    'welcome.title': 'The center is ready for its first township',
    'welcome.text': 'This page will show the requests of the township, its communities, grids and micro-grids.',
    'welcome.territory': 'Import the territory: the boundaries of communities, grids and micro-grids',
    'welcome.territory.others': 'A town operator imports the territory: communities, grids and micro-grids',
    'welcome.requests': 'Submit or import resident requests',
    'welcome.requests.others': 'Residents and staff submit requests, or a town operator imports them',
    'welcome.self': 'This page updates automatically when data arrives.',

    'quiet.title': 'No requests in this period',
    'quiet.text': 'Choose another period, or show all time.',
    'quiet.all': 'Show all time',
    'quiet.never': 'No requests here yet',
    'quiet.never.text': 'Requests appear here automatically after they are submitted or imported.',

    'problem.unreachable': 'The center is not responding',
    'problem.unreachable.text': 'Check your network or try again later. The page updates automatically when the connection is restored.',
    'problem.timeout': 'The center took too long to respond',
    'problem.timeout.text': 'There was no response within 30 seconds. Try again later, or choose a shorter period.',
    'problem.unreadable': 'The response could not be read',
    'problem.unreadable.text': 'Try again. If the problem persists, contact the administrator.',
    'problem.not-found': 'Area not found',
    'problem.signed-out': 'You are signed out',
    'problem.rejected': 'The figures are currently unavailable',
    'problem.home': 'Back to the township',
    'problem.code': code => `code ${code}`,
    stale: (title, time) => `Update failed (${title}). Showing figures from ${time}.`,
  },
}

const LANGUAGE_KEY = 'yiqiao.language'
let current = storedLanguage() ?? browserLanguage()

export const language = () => current
export const locale = () => (current === 'zh' ? 'zh-CN' : 'en')

/** The text of a message in the current language, or the key if there is none. */
export function t(key, ...parameters) {
  const message = MESSAGES[current][key]
  return typeof message === 'function' ? message(...parameters) : (message ?? key)
}

export const hasMessage = key => key in MESSAGES[current]

export function setLanguage(next) {
  current = next
  try {
    localStorage.setItem(LANGUAGE_KEY, next)
  } catch {
    // The browser can refuse storage. The choice then lasts until the page is closed.
  }
  translatePage()
}

/** Sets the text of every element of the page that names a message in data-i18n. */
export function translatePage() {
  document.documentElement.lang = locale()
  for (const node of document.querySelectorAll('[data-i18n]')) node.textContent = t(node.dataset.i18n)
}

function storedLanguage() {
  try {
    const value = localStorage.getItem(LANGUAGE_KEY)
    return value in MESSAGES ? value : null
  } catch {
    return null
  }
}

function browserLanguage() {
  const known = navigator.languages.map(tag => tag.slice(0, 2)).find(tag => tag in MESSAGES)
  return known ?? 'en'
}
