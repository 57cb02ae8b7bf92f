/** Colours as the browser computes them, and how far they are apart (WCAG 2.2, “contrast ratio”). */

/** Red, green and blue from 0 to 255, opacity from 0 to 1. */
type Colour = readonly [red: number, green: number, blue: number, opacity: number];

const WHITE: Colour = [255, 255, 255, 1];

/** How far apart a colour in front of a node and what is behind it are: from 1 to 21. */
export function contrastOn(node: Element, front: string): number {
  const behind = behindOf(node);
  const [light, dark] = [luminance(over(read(front), behind)), luminance(behind)].sort((one, other) => other - one);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** The colour of a node's words, with its own opacity and that of everything around it. */
export function colourOf(node: Element): string {
  const [red, green, blue, opacity] = read(getComputedStyle(node).color);
  const all = ancestors(node).reduce((product, each) => product * Number(getComputedStyle(each).opacity), opacity);
  return `rgb(${red} ${green} ${blue} / ${all})`;
}

/** What is behind a node: the backgrounds of everything that it is in, out of shadow roots too. */
function behindOf(node: Element): Colour {
  const layers = ancestors(node).map(each => read(getComputedStyle(each).backgroundColor));
  return layers.reduceRight((behind, layer) => over(layer, behind), WHITE);
}

/** A node and everything that it is in. */
function ancestors(node: Element): readonly Element[] {
  const root = node.getRootNode();
  const parent = node.assignedSlot ?? node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  return [node, ...(parent ? ancestors(parent) : [])];
}

function over([red, green, blue, opacity]: Colour, behind: Colour): Colour {
  const mix = (one: number, other: number): number => one * opacity + other * (1 - opacity);
  return [mix(red, behind[0]), mix(green, behind[1]), mix(blue, behind[2]), 1];
}

/** Whatever a browser makes of `light-dark()`, `color-mix()` and system colours, its own drawing of it is plain. */
function read(colour: string): Colour {
  const [, red, green, blue, opacity = '1'] =
    /^rgba?\(([\d.]+),? ([\d.]+),? ([\d.]+)(?:(?:,| \/) ([\d.]+))?\)$/.exec(colour) ?? [];
  if (red && green && blue) return [Number(red), Number(green), Number(blue), Number(opacity)];
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context || !CSS.supports('color', colour)) throw new Error(`What colour is “${colour}”?`);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
}

function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map(each => {
    const share = each / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
