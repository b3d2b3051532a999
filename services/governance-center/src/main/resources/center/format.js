import { locale, t } from './i18n.js'
import { townZone } from './zone.js'

export const NONE = '–'

const formats = new Map()
function format(Kind, options) {
  const key = Kind.name + locale() + JSON.stringify(options)
  if (!formats.has(key)) formats.set(key, new Kind(locale(), options))
  return formats.get(key)
}
const fixed = digits =>
  format(Intl.NumberFormat, { minimumFractionDigits: digits, maximumFractionDigits: digits })

export const count = number => format(Intl.NumberFormat, {}).format(number)

/** A part as a percentage. It is rounded to 100 % only if the part equals the whole. */
export function percent(part, whole) {
  if (!whole) return NONE
  const share = part < whole ? Math.min(part / whole, 0.999) : 1
  return format(Intl.NumberFormat, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(share)
}

/** A duration as text: in minutes below one hour, in days from two days on, otherwise in hours. */
export function duration(hours) {
  if (hours == null) return NONE
  const size = Math.abs(hours)
  if (size < 1) return t('unit.minutes', fixed(0).format(hours * 60))
  if (size < 48) return t('unit.hours', fixed(1).format(hours))
  return t('unit.days', fixed(1).format(hours / 24))
}

export const exactHours = hours =>
  hours == null
    ? t('services.none')
    : t('unit.hours', format(Intl.NumberFormat, { maximumFractionDigits: 3 }).format(hours))

export const moment = instant =>
  format(Intl.DateTimeFormat, { dateStyle: 'medium', timeStyle: 'medium', timeZone: townZone() }).format(new Date(instant))

export const clock = instant => format(Intl.DateTimeFormat, { timeStyle: 'medium', timeZone: townZone() }).format(new Date(instant))

/** Compares names with their numbers in numeric order: 第2网格 before 第10网格. */
export const compareNames = (a, b) => format(Intl.Collator, { numeric: true }).compare(a, b)
