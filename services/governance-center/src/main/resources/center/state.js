/*
 * The address contains the state of the page: #scope=330109106001&from=-30d or &from=2026-01-01&to=2026-01-31.
 * Both dates are inclusive days in the time zone of the browser; -30d means today and the 29 days before.
 */
const DAY = /^\d{4}-\d{2}-\d{2}$/
const LAST = /^-(\d{1,4})d$/

export function readState(hash) {
  const fields = new URLSearchParams(hash.replace(/^#/, ''))
  const from = fields.get('from') ?? ''
  const to = fields.get('to') ?? ''
  return {
    scope: fields.get('scope') ?? '',
    from: LAST.test(from) || startOf(from) ? from : '',
    to: startOf(to) ? to : '',
  }
}

export function hashOf(state) {
  const fields = new URLSearchParams()
  for (const name of ['scope', 'from', 'to']) if (state[name]) fields.set(name, state[name])
  return '#' + fields
}

/** The option of the period chooser that matches a state: all, 7, 30, 90 or custom. */
export function spanOf({ from, to }) {
  if (!from && !to) return 'all'
  const days = LAST.exec(from)?.[1]
  return !to && ['7', '30', '90'].includes(days) ? days : 'custom'
}

/** The period as instants for the API: `from` is inclusive, `to` is exclusive, both are optional. */
export function instantsOf({ from, to }, today = new Date()) {
  return { from: firstDay(from, today)?.toISOString(), to: dayAfter(to)?.toISOString() }
}

/** The period as the values of two date fields. */
export function daysOf({ from, to }, today = new Date()) {
  const first = firstDay(from, today)
  return { from: first ? dayText(first) : '', to: to || (LAST.test(from) ? dayText(today) : '') }
}

function firstDay(from, today) {
  const last = LAST.exec(from)
  if (!last) return startOf(from)
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() - Number(last[1]) + 1)
}

function dayAfter(day) {
  const start = startOf(day)
  return start && new Date(start.getFullYear(), start.getMonth(), start.getDate() + 1)
}

function startOf(day) {
  if (!DAY.test(day)) return undefined
  const start = new Date(`${day}T00:00`)
  return Number.isNaN(start.getTime()) ? undefined : start
}

function dayText(date) {
  const pad = number => String(number).padStart(2, '0')
  return `${String(date.getFullYear()).padStart(4, '0')}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}
