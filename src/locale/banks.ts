/** Canadian institutions by their numbers (Payments Canada), where the name is the same in every language. */
export const BANKS: Readonly<Record<number, string>> = {
  1: 'BMO',
  3: 'RBC',
  4: 'TD',
  10: 'CIBC',
  30: 'Canadian Western Bank',
  219: 'ATB',
  614: 'Tangerine',
  815: 'Desjardins',
  829: 'Desjardins',
  837: 'Meridian',
};
