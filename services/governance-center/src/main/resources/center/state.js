import { plusDays, startOfTownDay, townDay } from './zone.js'

/*
 * The address contains the state of the page: #scope=330109106001&from=-30d or &from=2026-01-01&to=2026-01-31.
 * Both dates are inclusive days of the township; -30d means today and the 29 days before.
 */
const DAY = /^\d{4}-\d{2}-\d{2}$/
const LAST = /^-(\d{1,4})d$/

export function readState(hash) {
  const fields = new URLSearchParams(hash.replace(/^#/, ''))
  const from = fields.get('from') ?? ''
  const to = fields.get('to') ?? ''
  return {
    scope: fields.get('scope') ?? '',
    from: LAST.test(from) || isDay(from) ? from : '',
    to: isDay(to) ? to : '',
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
export function instantsOf({ from, to }, now = new Date()) {
  return {
    from: startOfTownDay(firstDay(from, now))?.toISOString(),
    to: to ? startOfTownDay(plusDays(to, 1))?.toISOString() : undefined,
  }
}

/** The period as the values of two date fields. */
export function daysOf({ from, to }, now = new Date()) {
  return { from: firstDay(from, now), to: to || (LAST.test(from) ? townDay(now) : '') }
}

function firstDay(from, now) {
  const last = LAST.exec(from)
  return last ? plusDays(townDay(now), 1 - Number(last[1])) : from
}

const isDay = text => DAY.test(text) && startOfTownDay(text) !== undefined
