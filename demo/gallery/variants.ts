import type { Language } from '../shop/language.js';
import type { Phrase } from './bilingual.js';

/** In which surroundings each case is shown. */

export type Theme = 'light' | 'dark';

export interface Variant {
  readonly lang: Language;
  readonly theme: Theme;
  readonly width: number;
}

export const languages: Readonly<Record<Language, Phrase>> = {
  en: ['English', 'Anglais'],
  fr: ['Canadian French', 'Français canadien'],
};

export const themes: Readonly<Record<Theme, Phrase>> = {
  light: ['Light', 'Clair'],
  dark: ['Dark', 'Sombre'],
};

/** In CSS pixels; `gallery.css` has a class for each. */
export const widths = [320, 480, 900] as const;

export const variants: readonly Variant[] = widths.flatMap(width =>
  (['en', 'fr'] as const).flatMap(lang => (['light', 'dark'] as const).map(theme => ({ lang, theme, width }))),
);
