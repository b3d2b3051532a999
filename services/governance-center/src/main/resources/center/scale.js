export const STEPS = 5 // colours of a scale in center.css

/**
 * Classes of integers for a map, each with about the same number of areas: [{low, high, step}], in ascending order.
 * Zero has no class and stays uncoloured (step 0). The boundary between two classes is the roundest number possible.
 */
export function classesOf(values) {
  const counts = values.filter(value => value > 0).sort((a, b) => a - b)
  if (!counts.length) return []
  const bounds = new Set()
  for (let i = 1; i < STEPS; i++) {
    const below = counts[Math.ceil((i * counts.length) / STEPS) - 1]
    const above = counts.find(count => count > below)
    if (above) bounds.add(roundBetween(below, above))
  }
  const highs = [...bounds, counts.at(-1)]
  return highs.map((high, i) => ({ low: i ? highs[i - 1] + 1 : counts[0], high, step: stepOf(i, highs.length) }))
}

export const stepFor = (value, classes) => classes.find(({ low, high }) => value >= low && value <= high)?.step ?? 0

function stepOf(i, number) {
  return number === 1 ? 3 : 1 + Math.round((i * (STEPS - 1)) / (number - 1))
}

/** The roundest integer from `below` (inclusive) to `above` (exclusive), near their middle. */
function roundBetween(below, above) {
  const middle = (below + above) / 2
  for (let unit = 10 ** Math.floor(Math.log10(above)); unit > 1; unit /= 10) {
    const round = Math.round(middle / unit) * unit
    if (round >= below && round < above) return round
  }
  return Math.floor(middle)
}
