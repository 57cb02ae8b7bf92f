/** An amount of Canadian dollars as a language writes it; `null` where there is none. */
export function money(amount: number | null, lang: string): string | null {
  return amount === null ? null : amount.toLocaleString(lang, { style: 'currency', currency: 'CAD' });
}
