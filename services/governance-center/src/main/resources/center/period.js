import { byId } from './dom.js'
import { daysOf, spanOf } from './state.js'

/** The chooser of the period. `onChoose({from, to}, replace)`: `replace` when only a custom date was edited. */
export function createPeriodChooser(form, { here, onChoose }) {
  const { span, from, to } = form.elements
  const dates = byId('dates')

  form.addEventListener('submit', event => event.preventDefault())
  form.addEventListener('change', ({ target }) => {
    if (target.name === 'span') chooseSpan()
    else if (from.checkValidity() && to.checkValidity()) chooseDates()
  })

  function chooseSpan() {
    if (span.value === 'custom') return openDates()
    onChoose({ from: span.value === 'all' ? '' : `-${span.value}d`, to: '' }, false)
  }

  // The period shown so far becomes the start of the custom one; nothing is asked for before a date is changed.
  function openDates() {
    const days = daysOf(here())
    from.value = days.from
    to.value = days.to
    dates.hidden = false
  }

  function chooseDates() {
    if (from.value && to.value && from.value > to.value) {
      // The date edited last wins, the other one follows.
      if (document.activeElement === from) to.value = from.value
      else from.value = to.value
    }
    onChoose({ from: from.value, to: to.value }, spanOf(here()) === 'custom')
  }

  return {
    show() {
      const chosen = spanOf(here())
      const emptied = chosen === 'all' && dates.contains(document.activeElement)
      if (emptied) return // the dates stay open for the next one
      span.value = chosen
      dates.hidden = chosen !== 'custom'
      if (chosen !== 'custom') return
      const days = daysOf(here())
      if (from.value !== days.from) from.value = days.from
      if (to.value !== days.to) to.value = days.to
    },
  }
}
