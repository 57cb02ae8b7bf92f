// @ts-check
/** Who takes part, and what is put on the page for them. */

/**
 * @typedef {object} Contender
 * @property {string} id
 * @property {string} label
 * @property {string} tag
 * @property {(index: number, origin: string) => Record<string, string>} attributes Of the element of this number.
 * @property {number} requests How many status requests an element makes before it rests; those for one session share one.
 * @property {boolean} [isScripted] It cannot be written in the page's markup.
 * @property {boolean} [shares] All elements are of one session.
 * @property {string} [css] A style sheet of the package that belongs to it.
 * @property {string} [bundle] The bundle, where another contender's serves.
 * @property {number} most The largest number of elements that makes sense.
 */

/** A session for each number. @param {number} index */
export function sessionNumbered(index) {
  return `aadd08f2-83ce-456d-84ed-${index.toString(16).padStart(12, '0')}`;
}

/** @param {number} index @param {string} origin */
function session(index, origin) {
  return { 'session-id': sessionNumbered(index), 'base-url': origin };
}

/** @type {readonly Contender[]} */
export const contenders = [
  { id: 'geft', label: 'flinks-geft-status', tag: 'flinks-geft-status', attributes: session, requests: 1, most: 1000 },
  { id: 'floor', label: '(a) floor: Lit and Task', tag: 'bench-floor', attributes: session, requests: 1, most: 1000 },
  {
    id: 'relative-time',
    label: '(b) relative-time',
    tag: 'relative-time',
    attributes: () => ({ datetime: new Date().toISOString() }),
    requests: 0,
    most: 1000,
  },
  {
    id: 'google-pay',
    label: '(c) google-pay-button',
    tag: 'google-pay-button',
    attributes: () => ({}),
    isScripted: true,
    requests: 0,
    most: 1000,
  },
  { id: 'altcha', label: '(d) altcha-widget', tag: 'altcha-widget', attributes: () => ({}), requests: 0, most: 100 },
  {
    id: 'adyen',
    label: '(e) Adyen, await',
    tag: 'bench-adyen-await',
    attributes: index => ({ 'payment-data': sessionNumbered(index) }),
    requests: 1,
    css: '@adyen/adyen-web/styles/adyen.css',
    most: 100,
  },
  {
    id: 'geft-shared',
    label: 'flinks-geft-status, all of one session',
    tag: 'flinks-geft-status',
    attributes: (_index, origin) => session(0, origin),
    requests: 1,
    shares: true,
    bundle: 'geft',
    most: 1000,
  },
];
