import { make } from './dom.js'
import { count, percent } from './format.js'
import { t } from './i18n.js'
import { classesOf, stepFor } from './scale.js'

const L = window.L
const NAMED = 40 // more areas than this get no names on the map
const MOST = 0.6 // of the names must fit, or none is shown
const calm = matchMedia('(prefers-reduced-motion: reduce)').matches

/**
 * The map of a scope's children on plain ground. Colours come from center.css by the attributes data-measure (of the
 * map) and data-step (of an area), so they follow the theme. `onOpen(code)`: an area was chosen; `onHover(code | null)`.
 */
export function createMapView(node, legend, { onOpen, onHover }) {
  if (!L) return withoutMap(node)
  const map = L.map(node, {
    attributionControl: false, zoomControl: false, scrollWheelZoom: false, dragging: !L.Browser.mobile,
    zoomSnap: 0, zoomDelta: 0.5, maxBoundsViscosity: 0.8, zoomAnimation: !calm, fadeAnimation: false,
    renderer: L.svg({ padding: 0.6 }),
  }).setView([0, 0], 1)
  const areas = L.featureGroup().addTo(map)
  const names = L.layerGroup().addTo(map)
  let outline = null
  let zoom = null
  let shapes = new Map() // code → {feature, layer, name, label}
  let figures = new Map() // code → row of the summary
  let measure = 'total'
  let lit = null // code of the area pointed at
  let halo = null

  new ResizeObserver(() => {
    if (!node.clientWidth) return
    const whole = map.getZoom() <= map.getMinZoom() // a reader's own view is kept
    map.invalidateSize({ animate: false })
    if (whole) fit()
  }).observe(node)
  map.on('zoomend', fitNames)

  function territory({ self, children }) {
    areas.clearLayers()
    names.clearLayers()
    outline?.remove()
    shapes = new Map()
    figures = new Map()
    point(null, false)
    const drawn = children.filter(({ geometry }) => geometry)
    node.classList.toggle('dense', drawn.length > 300)
    node.classList.toggle('leaf', drawn.length === 0)
    outline = self.geometry && shapeOf(self, 'outline', false).addTo(map)
    fit()
    for (const child of drawn) draw(child)
    if (drawn.length <= NAMED) for (const [code, shape] of shapes) label(code, shape)
    outline?.bringToFront()
    fitNames()
    colour()
  }

  function draw(child) {
    const { code, name } = child.properties
    const layer = shapeOf(child, 'area', true).addTo(areas)
    shapes.set(code, { feature: child, layer, name, label: null })
    layer.on('click', () => onOpen(code))
    layer.on('mouseover', () => point(code, true))
    layer.on('mouseout', () => point(null, true))
    layer.bindTooltip(() => card(code), { sticky: true, className: 'tip', opacity: 1, offset: [14, 0] })
  }

  function label(code, shape) {
    const text = make('span', {}, make('b', {}, shape.name), make('i'))
    shape.label = L.tooltip({ permanent: true, direction: 'center', className: 'label', opacity: 1, offset: [0, 0] })
      .setLatLng(shape.layer.getLayers()[0].getCenter()).setContent(text).addTo(names)
  }

  function card(code) {
    const { total, open, closed } = figures.get(code) ?? { total: 0, open: 0, closed: 0 }
    const line = (key, text) => [make('dt', {}, t(key)), make('dd', {}, text)]
    return make('div', {}, make('b', {}, shapes.get(code).name),
      make('dl', {}, ...line('total', count(total)), ...line('open', count(open)), ...line('closed', count(closed)),
        ...line('column.share', percent(closed, total))))
  }

  function colour() {
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
    fitNames()
    showLegend(classes, counts.includes(0))
  }

  function showLegend(classes, none) {
    const range = ({ low, high }) => (low === high ? count(low) : `${count(low)}–${count(high)}`)
    const entry = (step, text) => make('li', { 'data-step': step }, make('span', { class: 'swatch' }), text)
    legend.replaceChildren(...(none && figures.size ? [entry(0, t('map.none'))] : []),
      ...classes.map(one => entry(one.step, range(one))))
  }

  // The line around the area is a shape of its own: moving the area itself to the front would swallow a click on it.
  function point(code, tell) {
    if (code === lit) return
    lit = code
    halo?.remove()
    halo = shapes.has(code) ? shapeOf(shapes.get(code).feature, 'halo', false).addTo(map) : null
    if (tell) onHover(code)
  }

  function fit() {
    const bounds = outline ? outline.getBounds() : areas.getBounds()
    if (!bounds.isValid() || !node.clientWidth) return
    map.invalidateSize({ animate: false }).setMinZoom(0).setMaxBounds(null)
    map.fitBounds(bounds, { padding: [18, 18], animate: false })
    map.setMinZoom(map.getZoom()).setMaxBounds(bounds.pad(0.4))
  }

  // Names are shown where their areas have room, figures alone where they have not, or everywhere if few names fit.
  function fitNames() {
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
    const few = named.size < marks.length * MOST
    for (const mark of marks) mark.text.classList.toggle('short', few || !named.has(mark))
    for (const mark of marks) mark.text.classList.toggle('cramped', !(named.has(mark) && !few) && !fits(mark))
    for (const { name } of marks) name.update()
  }

  const at = corner => map.latLngToLayerPoint(corner)

  return {
    territory,
    summary(children) {
      figures = new Map(children.map(child => [child.scope, child]))
      colour()
    },
    forget() {
      figures = new Map()
      colour()
    },
    measure(next) {
      measure = next
      colour()
    },
    words() {
      zoom?.remove()
      zoom = L.control.zoom({ zoomInTitle: t('map.in'), zoomOutTitle: t('map.out') }).addTo(map)
      node.setAttribute('role', 'region')
      node.setAttribute('aria-label', t('map.help'))
      colour()
    },
    light: code => point(code, false),
  }
}

/** Leaflet did not come: the tables still tell everything. */
function withoutMap(node) {
  const nothing = () => {}
  const words = () => (node.textContent = t('map.missing'))
  return { territory: nothing, summary: nothing, forget: nothing, measure: nothing, light: nothing, words }
}

function shapeOf(feature, className, interactive) {
  return L.geoJSON(feature, { className, interactive, smoothFactor: 0, bubblingMouseEvents: false })
}

function ringOf(layer) {
  let ring = layer.getLayers()[0].getLatLngs()
  while (Array.isArray(ring[0])) ring = ring[0]
  return ring
}

/** Whether a box around `middle` lies in the ring: its corners and the middles of its sides do. */
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
