import { html, nothing, type TemplateResult } from 'lit';
import { BANKS } from '../locale/banks.js';
import type { Catalogue } from '../locale/catalogue.js';
import { money } from '../locale/money.js';
import type { PayerDetails } from '../protocol/session-details.js';

/** What the payer may see of their session's details. */
export function receipt(details: PayerDetails, catalogue: Catalogue): TemplateResult | typeof nothing {
  const { lang, banks } = catalogue;
  const { institutionCode: code, guaranteedUpTo } = details;
  const rows = [
    [catalogue.amount, money(details.amount, lang)],
    guaranteedUpTo
      ? [catalogue.guaranteedUpTo, money(guaranteedUpTo, lang)]
      : [catalogue.stages[3], details.isPartial && catalogue.partial],
    [catalogue.stages[0], code && (banks[Number(code)] ?? BANKS[Number(code)] ?? code)],
    [catalogue.account, details.account],
    [catalogue.reference, details.referenceId],
  ].filter(([, value]) => value);
  return rows.length
    ? html`<dl part="receipt">
        ${rows.map(
          ([label, value]) =>
            html`<dt part="label">${label}</dt>
              <dd part="value">${value}</dd>`,
        )}
      </dl>`
    : nothing;
}
