import { byId, make, setFigure } from './dom.js'
import { count, duration, exactHours, percent } from './format.js'
import { hasMessage, t } from './i18n.js'
import { hashOf } from './state.js'
import { createTable } from './table.js'

const number = (key, className = '') => ({
  key,
  head: key,
  className: `figure ${className}`,
  value: row => row[key],
  text: row => count(row[key]),
})
const time = (key, head) => ({
  key,
  head,
  note: `${head}.note`,
  className: 'figure time',
  value: row => row[key],
  text: row => duration(row[key]),
  title: row => exactHours(row[key]),
})
const share = {
  key: 'share',
  head: 'column.share',
  className: 'figure share',
  value: row => (row.total ? row.closed / row.total : null),
  text: row => percent(row.closed, row.total),
}

const FIGURES = [
  { key: 'total', label: 'figure.total', text: all => count(all.total) },
  { key: 'open', label: 'open', text: all => count(all.open) },
  { key: 'closed', label: 'closed', text: all => count(all.closed) },
  { key: 'share', label: 'figure.share', text: all => percent(all.closed, all.total) },
  { key: 'unrouted', label: 'figure.unrouted', text: all => count(all.unrouted ?? 0) },
]

/** The key figures and both tables. `currentState()` returns the state of the page. Calls `onHover(code | null)`. */
export function createSummaryView({ currentState, onHover }) {
  const areas = createTable(byId('areas'), {
    columns: [number('total'), number('open'), number('closed', 'spare'), share],
    id: row => row.code,
    name: row => row.name,
    nameHead: 'name',
    caption: () => byId('areas-title').textContent,
    href: row => hashOf({ ...currentState(), scope: row.code }),
    onHover,
  })
  const services = createTable(byId('services'), {
    columns: [
      number('total'), number('open'), number('closed', 'spare'),
      time('medianHours', 'services.median'), time('p90Hours', 'services.p90'),
    ],
    id: row => row.service,
    name: row => row.service,
    nameHead: 'services.name',
    caption: () => t('services'),
  })
  const values = new Map()
  const progress = make('i')
  byId('figures').append(...FIGURES.map(({ key }) => {
    const value = make('dd')
    values.set(key, value)
    const bar = key === 'share' ? make('dd', { class: 'progress', 'aria-hidden': 'true' }, progress) : null
    const note = key === 'unrouted' ? make('dd', { class: 'note', 'data-i18n': 'figure.unrouted.note' }) : null
    return make('div', { class: key }, make('dt'), value, bar, note)
  }))

  return {
    updateLanguage(level) {
      byId('areas-title').textContent = t(hasMessage(`areas.${level}`) ? `areas.${level}` : 'areas.any')
      byId('figures').querySelectorAll('dt').forEach((term, i) => (term.textContent = t(FIGURES[i].label)))
      areas.updateLanguage()
      services.updateLanguage()
    },
    showPlaceholders() {
      for (const value of values.values()) value.textContent = ''
      byId('areas-number').textContent = byId('services-number').textContent = ''
      areas.showPlaceholders()
      services.showPlaceholders(6)
    },
    /** Removes all rows, before the figures of another place or period. */
    reset() {
      areas.reset()
      services.reset()
    },
    show(summary, quiet) {
      for (const { key, text } of FIGURES) setFigure(values.get(key), text(summary), quiet)
      progress.style.width = summary.total ? `${(100 * summary.closed) / summary.total}%` : '0'
      byId('areas-number').textContent = count(summary.children.length)
      byId('services-number').textContent = count(summary.byService.length)
      areas.update(summary.children, quiet)
      services.update(summary.byService, quiet)
    },
    highlight: areas.highlight,
  }
}
