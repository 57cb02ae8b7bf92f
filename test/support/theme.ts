/** Light and dark, as a page declares them. */

export type Theme = 'light' | 'dark';

export const THEMES: readonly Theme[] = ['light', 'dark'];

/** The page is light, or dark, with the browser's own canvas and text. */
export function pageIs(theme: Theme): void {
  const { style } = document.documentElement;
  style.colorScheme = theme;
  style.background = 'Canvas';
  style.color = 'CanvasText';
}

/** The page is as it was. */
export function pageIsPlain(): void {
  document.documentElement.removeAttribute('style');
}
