import { byId } from './dom.js'
import { daysOf, spanOf } from './state.js'

/** The period chooser. Calls `onChoose({from, to}, replace)`; `replace` is true if only a custom date was edited. */
export function createPeriodChooser(form, { currentState, onChoose }) {
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

  // The custom period starts with the dates of the current one. Figures are requested only after a date changes.
  function openDates() {
    const days = daysOf(currentState())
    from.value = days.from
    to.value = days.to
    dates.hidden = false
  }

  function chooseDates() {
    if (from.value && to.value && from.value > to.value) {
      // The date edited last is kept, and the other one is set to the same day.
      if (document.activeElement === from) to.value = from.value
      else from.value = to.value
    }
    onChoose({ from: from.value, to: to.value }, spanOf(currentState()) === 'custom')
  }

  return {
    show() {
      const chosen = spanOf(currentState())
      const datesCleared = chosen === 'all' && dates.contains(document.activeElement)
      if (datesCleared) return // the date fields stay open for the next input
      span.value = chosen
      dates.hidden = chosen !== 'custom'
      if (chosen !== 'custom') return
      const days = daysOf(currentState())
      if (from.value !== days.from) from.value = days.from
      if (to.value !== days.to) to.value = days.to
    },
  }
}
