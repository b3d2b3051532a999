import { make } from './dom.js'
import { count, percent } from './format.js'
import { t } from './i18n.js'
import { classesOf, stepFor } from './scale.js'

const L = window.L
const MAX_NAMED_AREAS = 40 // with more areas, the map shows no names
const MIN_FITTING_SHARE = 0.6 // if a smaller share of the names fits, the map shows no names
const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches

/**
 * A map of the children of a place, without a base map. The colours come from center.css through the attributes
 * data-measure (of the map) and data-step (of an area), so they follow the theme. Calls `onOpen(code)` when an area is
 * chosen, and `onHover(code | null)`.
 */
export function createMapView(node, legend, { onOpen, onHover }) {
  if (!L) return withoutMap(node)
  const map = L.map(node, {
    attributionControl: false, zoomControl: false, scrollWheelZoom: false, dragging: !L.Browser.mobile,
    zoomSnap: 0, zoomDelta: 0.5, maxBoundsViscosity: 0.8, zoomAnimation: !reducedMotion, fadeAnimation: false,
    renderer: L.svg({ padding: 0.6 }),
  }).setView([0, 0], 1)
  const areas = L.featureGroup().addTo(map)
  const names = L.layerGroup().addTo(map)
  let outline = null
  let zoom = null
  let shapes = new Map() // code → {feature, layer, name, label}
  let figures = new Map() // code → row of the summary
  let measure = 'total'
  let highlighted = null // code of the highlighted area
  let halo = null

  new ResizeObserver(() => {
    if (!node.clientWidth) return
    const whole = map.getZoom() <= map.getMinZoom() // otherwise the user has zoomed in, and the view is kept
    map.invalidateSize({ animate: false })
    if (whole) fit()
  }).observe(node)
  map.on('zoomend', updateNames)

  function showTerritory({ self, children }) {
    areas.clearLayers()
    names.clearLayers()
    outline?.remove()
    shapes = new Map()
    figures = new Map()
    highlight(null, false)
    const drawn = children.filter(({ geometry }) => geometry)
    node.classList.toggle('dense', drawn.length > 300)
    node.classList.toggle('leaf', drawn.length === 0)
    outline = self.geometry && shapeOf(self, 'outline', false).addTo(map)
    fit()
    for (const child of drawn) draw(child)
    if (drawn.length <= MAX_NAMED_AREAS) for (const [code, shape] of shapes) addLabel(code, shape)
    outline?.bringToFront()
    updateNames()
    updateColours()
  }

  function draw(child) {
    const { code, name } = child.properties
    const layer = shapeOf(child, 'area', true).addTo(areas)
    shapes.set(code, { feature: child, layer, name, label: null })
    layer.on('click', () => onOpen(code))
    layer.on('mouseover', () => highlight(code, true))
    layer.on('mouseout', () => highlight(null, true))
    layer.bindTooltip(() => tooltipContent(code), { sticky: true, className: 'tip', opacity: 1, offset: [14, 0] })
  }

  function addLabel(code, shape) {
    const text = make('span', {}, make('b', {}, shape.name), make('i'))
    shape.label = L.tooltip({ permanent: true, direction: 'center', className: 'label', opacity: 1, offset: [0, 0] })
      .setLatLng(shape.layer.getLayers()[0].getCenter()).setContent(text).addTo(names)
  }

  function tooltipContent(code) {
    const { total, open, closed } = figures.get(code) ?? { total: 0, open: 0, closed: 0 }
    const line = (key, text) => [make('dt', {}, t(key)), make('dd', {}, text)]
    return make('div', {}, make('b', {}, shapes.get(code).name),
      make('dl', {}, ...line('total', count(total)), ...line('open', count(open)), ...line('closed', count(closed)),
        ...line('column.share', percent(closed, total))))
  }

  function updateColours() {
    node.dataset.measure = measure
    legend.dataset.measure = measure
    const counts = [...shapes.keys()].map(code => figures.get(code)?.[measure] ?? 0)
    const classes = classesOf(counts)
    for (const [code, { layer, label: name }] of shapes) {
      const value = figures.get(code)?.[measure]
      const step = stepFor(value ?? 0, classes)
      layer.eachLayer(path => path.getElement()?.setAttribute('data-step', step))
      const text = name?.getElement()
      if (!text) continue
      text.setAttribute('data-step', step)
      text.querySelector('i').textContent = value == null ? '' : count(value)
    }
    updateNames()
    showLegend(classes, counts.includes(0))
  }

  function showLegend(classes, none) {
    const range = ({ low, high }) => (low === high ? count(low) : `${count(low)}–${count(high)}`)
    const entry = (step, text) => make('li', { 'data-step': step }, make('span', { class: 'swatch' }), text)
    legend.replaceChildren(...(none && figures.size ? [entry(0, t('map.none'))] : []),
      ...classes.map(one => entry(one.step, range(one))))
  }

  // The outline of the area is a separate shape, because a click on an area that moves to the front would be lost.
  function highlight(code, notify) {
    if (code === highlighted) return
    highlighted = code
    halo?.remove()
    halo = shapes.has(code) ? shapeOf(shapes.get(code).feature, 'halo', false).addTo(map) : null
    if (notify) onHover(code)
  }

  function fit() {
    const bounds = outline ? outline.getBounds() : areas.getBounds()
    if (!bounds.isValid() || !node.clientWidth) return
    map.invalidateSize({ animate: false }).setMinZoom(0).setMaxBounds(null)
    map.fitBounds(bounds, { padding: [18, 18], animate: false })
    map.setMinZoom(map.getZoom()).setMaxBounds(bounds.pad(0.4))
  }

  // An area shows its name if the name fits, otherwise only its figure. If few names fit, all areas show only figures.
  function updateNames() {
    const marks = [...shapes.values()].filter(({ label: name }) => name?.getElement()).map(({ layer, label: name }) => ({
      name,
      text: name.getElement(),
      ring: ringOf(layer).map(at),
      middle: at(name.getLatLng()),
    }))
    const fits = ({ text, ring, middle }) => {
      const { offsetWidth, offsetHeight } = text.firstElementChild
      return hasRoom(ring, middle, offsetWidth / 2 + 2, offsetHeight / 2)
    }
    for (const { text } of marks) text.classList.remove('short', 'cramped')
    const named = new Set(marks.filter(fits))
    const onlyFigures = named.size < marks.length * MIN_FITTING_SHARE
    for (const mark of marks) mark.text.classList.toggle('short', onlyFigures || !named.has(mark))
    for (const mark of marks) mark.text.classList.toggle('cramped', !(named.has(mark) && !onlyFigures) && !fits(mark))
    for (const { name } of marks) name.update()
  }

  const at = corner => map.latLngToLayerPoint(corner)

  return {
    showTerritory,
    showFigures(children) {
      figures = new Map(children.map(child => [child.code, child]))
      updateColours()
    },
    clearFigures() {
      figures = new Map()
      updateColours()
    },
    setMeasure(next) {
      measure = next
      updateColours()
    },
    updateLanguage() {
      zoom?.remove()
      zoom = L.control.zoom({ zoomInTitle: t('map.in'), zoomOutTitle: t('map.out') }).addTo(map)
      node.setAttribute('role', 'region')
      node.setAttribute('aria-label', t('map.help'))
      updateColours()
    },
    highlight: code => highlight(code, false),
  }
}

/** Replaces the map if Leaflet could not be loaded. The tables show the same figures. */
function withoutMap(node) {
  const nothing = () => {}
  const updateLanguage = () => (node.textContent = t('map.unavailable'))
  return {
    showTerritory: nothing, showFigures: nothing, clearFigures: nothing, setMeasure: nothing, highlight: nothing,
    updateLanguage,
  }
}

function shapeOf(feature, className, interactive) {
  return L.geoJSON(feature, { className, interactive, smoothFactor: 0, bubblingMouseEvents: false })
}

function ringOf(layer) {
  let ring = layer.getLayers()[0].getLatLngs()
  while (Array.isArray(ring[0])) ring = ring[0]
  return ring
}

/** Whether the corners and side midpoints of a box around `middle` lie inside the ring. */
function hasRoom(ring, { x, y }, width, height) {
  const steps = [-1, 0, 1]
  return steps.every(dx => steps.every(dy => isInside(ring, x + dx * width, y + dy * height)))
}

function isInside(ring, x, y) {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i], ring[j]]
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  }
  return inside
}
