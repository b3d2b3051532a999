/*
 * A calendar day is a day of the township, wherever its reader is. The session names the time zone of the township.
 */
let zone = 'Asia/Shanghai'

export const townZone = () => zone

/** Sets the time zone of the township. A zone that the browser does not know is ignored. */
export function setTownZone(name) {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    zone = name ?? zone
  } catch {
    // The previous zone stays.
  }
}

/** The day, such as 2026-11-29, on which an instant falls in the township. */
export function townDay(instant) {
  const { year, month, day } = fieldsOf(instant)
  return `${year.padStart(4, '0')}-${month}-${day}`
}

/** The instant at which a day begins in the township; undefined for a day that does not exist. */
export function startOfTownDay(day) {
  const midnight = new Date(`${day}T00:00Z`)
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day) return undefined
  // The second step matters on a day on which the offset of the zone changes.
  const guess = new Date(midnight - offsetAt(midnight))
  return new Date(midnight - offsetAt(guess))
}

/** The day that is a number of days after another day. */
export function plusDays(day, days) {
  const date = new Date(`${day}T00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

function offsetAt(instant) {
  const { year, month, day, hour, minute, second } = fieldsOf(instant)
  const local = new Date(0)
  local.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  local.setUTCHours(Number(hour), Number(minute), Number(second))
  return local - Math.floor(instant / 1000) * 1000
}

function fieldsOf(instant) {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit',
    hour: '2-digit', minute: '2-digit', second: '2-digit',
  })
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
}
