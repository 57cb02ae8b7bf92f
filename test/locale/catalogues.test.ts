import { expect } from '../support/expect.js';
import { en } from '../../src/locale/en.js';
import { fr } from '../../src/locale/fr.js';

type Line = [path: string, text: string];

/** Every text of a catalogue, with where it is. */
function linesOf(value: unknown, path = ''): Line[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return linesOf((value as (...args: unknown[]) => unknown)('X', 'Y', 'Z'), path);
  return Object.entries(value ?? {}).flatMap(([key, inner]) => linesOf(inner, path ? `${path}.${key}` : key));
}

const PHASES = [
  'idle',
  'waiting',
  'confirming',
  'signature',
  'success',
  'declined',
  'left',
  'canceled',
  'expired',
  'unconfirmed',
  'error',
] as const;

/** The codes of a failure, of which it is known that no money moved. */
const FAILURES = ['EFT0401', 'EFT0402', 'EFT0403', 'EFT0404'] as const;

/** Whose words may say that no money was taken: nothing else is known to be over without a payment. */
const UNPAID = [...FAILURES, 'canceled', 'expired'] as const;

const catalogues = { English: en, French: fr };

describe('the catalogues', () => {
  it('have the same keys', () => {
    const keys = (catalogue: object): string[] => linesOf(catalogue).map(([path]) => path);
    expect(keys(fr)).to.have.members(keys(en));
  });

  it('name their language', () => {
    expect(en.lang).to.match(/^en\b/);
    expect(fr.lang).to.match(/^fr\b/);
  });

  it('are not the same', () => {
    const english = new Map(linesOf(en));
    for (const [path, text] of linesOf(fr)) expect(text, path).to.not.equal(english.get(path));
  });

  for (const [language, catalogue] of Object.entries(catalogues)) {
    describe(language, () => {
      const lines = linesOf(catalogue);
      const each = (check: (text: string, path: string) => void): void => {
        for (const [path, text] of lines) check(text, path);
      };

      it('has words for every phase, for a success that is not confirmed, for every code of a failure, no others', () => {
        expect(catalogue.texts).to.have.all.keys(...PHASES, 'submitted', ...FAILURES);
      });

      it('has the same words for every failure but that of the sign-in: none says why', () => {
        const { EFT0401, EFT0402, EFT0403, EFT0404 } = catalogue.texts;
        expect([EFT0403, EFT0404]).to.deep.equal([EFT0402, EFT0402]);
        expect(EFT0401).to.not.deep.equal(EFT0402);
      });

      it('says of every failure what can be done now', () => {
        for (const key of [...FAILURES, 'declined', 'left', 'canceled', 'expired'] as const) {
          expect(catalogue.texts[key][1], key).to.match(/another way to pay|un autre mode de paiement/);
        }
      });

      for (const [key, [title, body]] of Object.entries(catalogue.texts)) {
        it(`${key} has a title of at most 40 characters and one or two sentences`, () => {
          expect(title).to.have.length.within(5, 40);
          expect(title).to.not.match(/[.!]$/);
          const sentences = body.split(/[.?!]+\s*/).filter(Boolean);
          expect(sentences).to.have.length.within(1, 2);
          expect(body).to.match(/[.?!]$/);
        });
      }

      it('has no empty text, nor spaces around or doubled', () =>
        each((text, path) => {
          expect(text, path).to.not.equal('');
          expect(text, path).to.equal(text.trim());
          expect(text, path).to.not.match(/\s\s/);
        }));

      it('has no raw code', () => each((text, path) => expect(text, path).to.not.match(/EFT\d|HTTP|\bcode\b/i)));

      it('gives no reason of risk away', () => {
        const reasons =
          /risk|risqu|fraud|\bNSF\b|insufficient|insuffisan|provision|balance|solde|score|identi|eligib|éligib|admissib/i;
        each((text, path) => expect(text, path).to.not.match(reasons));
      });

      it('blames nobody', () => {
        each((text, path) => expect(text, path).to.not.match(/your fault|you failed|incorrect|votre faute|refus/i));
      });

      it('has no markup and no straight quotes', () =>
        each((text, path) => expect(text, path).to.not.match(/[<>"'&]/)));
    });
  }

  it('English: an unconfirmed success is submitted, not scheduled', () => {
    expect(en.texts.submitted.join(' ')).to.match(/submitted/);
    expect(en.texts.submitted.join(' ')).to.not.match(/scheduled/);
    expect(en.texts.success.join(' ')).to.match(/scheduled/);
  });

  it('French: an unconfirmed success is “transmis”, not “prévu”', () => {
    expect(fr.texts.submitted.join(' ')).to.match(/transmis/);
    expect(fr.texts.submitted.join(' ')).to.not.match(/prévu/);
    expect(fr.texts.success.join(' ')).to.match(/prévu/);
  });

  it('where the outcome is not known, both say not to pay again', () => {
    for (const key of ['confirming', 'submitted', 'unconfirmed'] as const) {
      expect(en.texts[key][1], key).to.match(/not pay again/);
      expect(fr.texts[key][1], key).to.match(/ne pas payer de nouveau/);
    }
  });
});

describe('whether money was taken', () => {
  const languages = [
    {
      language: 'English',
      texts: en.texts,
      none: 'No money was taken',
      never: /\bno (?:money|payment)\b.*\b(?:was|were|has)\b/i,
    },
    {
      language: 'French',
      texts: fr.texts,
      none: 'Aucune somme n’a été prélevée',
      never: /aucun(?:e somme| montant| paiement)?.*\b(?:a|ont) été /i,
    },
  ];
  for (const { language, texts, none, never } of languages) {
    it(`${language}: the search finds what it is to find`, () => expect(`${none}.`).to.match(never));

    for (const key of Object.keys(texts) as (keyof typeof texts)[]) {
      const isUnpaid = UNPAID.some(each => each === key);
      it(`${language}: ${key} ${isUnpaid ? 'says that none was' : 'does not say that none was'}`, () => {
        const words = texts[key].join(' ');
        if (isUnpaid) expect(words).to.include(`${none}.`);
        else expect(words).to.not.match(never);
      });
    }
  }

  it('where a payment may have gone through, nothing sounds as if it had not', () => {
    for (const key of ['confirming', 'submitted', 'unconfirmed', 'error', 'success'] as const) {
      expect(en.texts[key].join(' '), key).to.not.match(/\bno money\b|not taken|start again|another way/i);
      expect(fr.texts[key].join(' '), key).to.not.match(/aucun|recommencer|autre mode/i);
    }
  });

  it('where nobody knows, both say that it may have been, and not to pay again', () => {
    for (const key of ['unconfirmed', 'error'] as const) {
      expect(en.texts[key].join(' '), key).to.match(/may have gone through/);
      expect(en.texts[key][1], key).to.match(/do not pay again/);
      expect(fr.texts[key].join(' '), key).to.match(/peut-être/);
      expect(fr.texts[key][1], key).to.match(/ne pas payer de nouveau/);
    }
  });
});

describe('French typography', () => {
  const lines = linesOf(fr);
  const each = (check: (text: string, path: string) => void): void => {
    for (const [path, text] of lines) check(text, path);
  };

  it('a no-break space before a colon and inside guillemets', () =>
    each((text, path) => {
      expect(text, path).to.not.match(/[^\u00A0]:/);
      expect(text, path).to.not.match(/[^\u00A0]»|«[^\u00A0]/);
    }));

  it('a curved apostrophe, an ellipsis of one character, accents on capitals too', () =>
    each((text, path) => {
      expect(text, path).to.not.match(/'|\.\.\.|\bEtape|\bA (?=\p{L})/u);
    }));

  it('no space before ?, ! and ;, as is the custom in Canada', () =>
    each((text, path) => expect(text, path).to.not.match(/\s[?!;]/)));

  it('no no-break space elsewhere, no narrow one, no English quotes', () =>
    each((text, path) => {
      expect(text, path).to.not.match(/\u202F|[“”]/);
      expect(text, path).to.not.match(/(?<!«)\u00A0(?![:»$])/);
    }));
});
