import type { FlinksGeftStatus, Phase } from '../../src/index.js';
import {
  advance,
  button,
  currentStep,
  part,
  PHASES,
  press,
  reach,
  sessionId,
  settle,
  setUp,
  fullDetails,
} from '../support/bench.js';
import { colourOf, contrastOn } from '../support/colours.js';
import { expect } from '../support/expect.js';
import { pageIs, pageIsPlain, THEMES } from '../support/theme.js';

setUp();

/** For words (WCAG 2.2, 1.4.3), and for what else there is to be seen (1.4.11). */
const WORDS = 4.5;
const SHAPES = 3;

const WITH_STEPS: readonly Phase[] = ['waiting', 'signature'];

/** An element in a phase, with everything that it may show. */
async function inPhase(phase: Phase): Promise<FlinksGeftStatus> {
  const element = await reach(phase);
  element.details = { ...fullDetails(sessionId()), step: { current: 'AccountSelection' } };
  await settle();
  return element;
}

/** Every part of that name. */
function parts(element: Element, name: string): readonly Element[] {
  return Array.from(element.shadowRoot?.querySelectorAll(`[part~='${name}']`) ?? []);
}

/** What words have for a contrast, the least of all parts of that name. */
function wordsIn(element: Element, name: string): number {
  return Math.min(...parts(element, name).map(each => contrastOn(each, colourOf(each))));
}

/** The card, on whose background everything stands. */
function cardOf(element: Element): Element {
  return part(element, 'card') ?? element;
}

describe('the measure', () => {
  const cases: [front: string, behind: string, ratio: number][] = [
    ['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 21],
    ['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 21],
    ['rgb(118, 118, 118)', 'white', 4.54],
    ['rgb(0 0 0 / 0.5)', 'white', 3.95],
    ['color(srgb 1 0 0)', 'white', 4],
    ['CanvasText', 'Canvas', 21],
    ['red', 'red', 1],
    ['white', 'rgb(0 0 0 / 0)', 1],
  ];
  for (const [front, behind, ratio] of cases) {
    it(`${front} on ${behind} is ${ratio}`, () => {
      const node = document.body.appendChild(document.createElement('p'));
      node.style.background = behind;
      expect(contrastOn(node, front)).to.be.closeTo(ratio, 0.06);
    });
  }

  it('heeds what makes a node and what it is in fainter', () => {
    document.body.innerHTML = '<div style="opacity: 0.5"><p style="color: black; opacity: 0.5"></p></div>';
    const node = document.querySelector('p') ?? document.body;
    expect(contrastOn(node, colourOf(node))).to.be.below(2);
  });
});

for (const theme of THEMES) {
  describe(`the contrast, ${theme}`, () => {
    beforeEach(() => {
      pageIs(theme);
    });

    afterEach(() => {
      pageIsPlain();
    });

    it('is measured against the theme’s own canvas', async () => {
      const element = await reach('waiting');
      const onWhite = contrastOn(cardOf(element), 'rgb(255, 255, 255)');
      if (theme === 'light') expect(onWhite).to.equal(1);
      else expect(onWhite).to.be.above(10);
    });

    for (const phase of PHASES) {
      it(`of words: ${phase}`, async () => {
        const element = await inPhase(phase);
        for (const name of ['title', 'body']) expect(wordsIn(element, name), name).to.be.at.least(WORDS);
        if (phase === 'idle') return;
        for (const name of ['label', 'value']) {
          expect(parts(element, name).length, name).to.equal(4);
          expect(wordsIn(element, name), name).to.be.at.least(WORDS);
        }
      });

      it(`of the icon and the card’s border: ${phase}`, async () => {
        const element = await reach(phase);
        const [icon] = parts(element, 'icon');
        expect(icon && contrastOn(icon, getComputedStyle(icon).stroke), 'the icon').to.be.at.least(SHAPES);
        const { borderTopColor, borderTopWidth, borderTopStyle } = getComputedStyle(cardOf(element));
        expect([parseFloat(borderTopWidth) > 0, borderTopStyle]).to.deep.equal([true, 'solid']);
        expect(contrastOn(cardOf(element), borderTopColor), 'the border, inside').to.be.at.least(SHAPES);
        expect(contrastOn(element, borderTopColor), 'the border, outside').to.be.at.least(SHAPES);
      });
    }

    for (const phase of WITH_STEPS) {
      it(`of the steps, past, present and to come, and of their bars: ${phase}`, async () => {
        const element = await inPhase(phase);
        expect(currentStep(element)).to.equal(2);
        const steps = parts(element, 'step');
        expect(steps.length).to.equal(5);
        for (const step of steps) {
          expect(contrastOn(step, colourOf(step)), step.textContent).to.be.at.least(WORDS);
          const { borderTopColor, borderTopWidth, borderTopStyle } = getComputedStyle(step);
          expect(parseFloat(borderTopWidth), step.textContent).to.be.above(0);
          expect(borderTopStyle, step.textContent).to.not.equal('none');
          expect(contrastOn(step, borderTopColor), step.textContent).to.be.at.least(SHAPES);
        }
      });
    }

    it('of “Check again”, its border, and why it has to wait', async () => {
      const element = await reach('unconfirmed');
      expect(parts(element, 'hint')[0]?.textContent).to.not.equal('');
      expect(wordsIn(element, 'hint')).to.be.at.least(WORDS);
      await advance(20);
      const shown = button(element) ?? element;
      expect(shown.matches(':enabled')).to.be.true;
      expect(contrastOn(shown, colourOf(shown))).to.be.at.least(WORDS);
      expect(contrastOn(cardOf(element), getComputedStyle(shown).borderTopColor)).to.be.at.least(SHAPES);
    });

    it('of the ring around “Check again” for whoever comes by the keyboard', async () => {
      const element = await reach('unconfirmed');
      await advance(20);
      await press('Tab');
      const shown = button(element) ?? element;
      expect(element.shadowRoot?.activeElement).to.equal(shown);
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(shown);
      expect(shown.matches(':focus-visible')).to.be.true;
      expect(outlineStyle).to.not.equal('none');
      expect(parseFloat(outlineWidth)).to.be.above(0);
      // A ring of the browser's own is the browser's to make visible: it draws more than one colour.
      if (outlineStyle !== 'auto') expect(contrastOn(cardOf(element), outlineColor)).to.be.at.least(SHAPES);
    });
  });
}
