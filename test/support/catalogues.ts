/** Languages that the element does not have by itself. What is registered stays for the whole page: each is used by one file. */
import type { Catalogue } from '../../src/index.js';

type Texts = Omit<Catalogue, 'lang'>;

/** A catalogue in which each text is its place in it, with a mark before it. */
export function markedCatalogue(mark: string): Texts {
  const text = (key: string): readonly [string, string] => [`${mark} ${key} title`, `${mark} ${key} body`];
  return {
    texts: {
      idle: text('idle'),
      waiting: text('waiting'),
      confirming: text('confirming'),
      signature: text('signature'),
      success: text('success'),
      submitted: text('submitted'),
      declined: text('declined'),
      EFT0401: text('EFT0401'),
      EFT0402: text('EFT0402'),
      EFT0403: text('EFT0403'),
      EFT0404: text('EFT0404'),
      left: text('left'),
      canceled: text('canceled'),
      expired: text('expired'),
      unconfirmed: text('unconfirmed'),
      error: text('error'),
    },
    progress: `${mark} progress`,
    stages: [`${mark} 0`, `${mark} 1`, `${mark} 2`, `${mark} 3`, `${mark} 4`],
    checkAgain: `${mark} checkAgain`,
    checkSoon: `${mark} checkSoon`,
    required: `${mark} required`,
    amount: `${mark} amount`,
    account: `${mark} account`,
    reference: `${mark} reference`,
    guaranteedUpTo: `${mark} guaranteedUpTo`,
    partial: `${mark} partial`,
    banks: { 3: `${mark} bank 3` },
  };
}
