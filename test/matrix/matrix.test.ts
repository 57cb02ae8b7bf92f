/**
 * Every fault, with and without the flow's messages, before, during and after the flow: what the payer reads in the end.
 * All of it is real (the sandbox on an origin of its own, the hosted flow in an iframe, the network, the one-file module)
 * but time, which passes when it is told to.
 */
import { expect } from '../support/expect.js';
import { SandboxClient } from '../../demo/sandbox/client.js';
import { advance, restoreTime, stopTime, timers } from '../support/time.js';
import { answered, checkTimes, noteRequests } from './network.js';
import { Payment } from './payment.js';
import { MOMENTS, ROWS, type Course, type Moment, type Row } from './rows.js';
import { matrixTable, publish, type Told } from './table.js';

/** A check is given ten seconds: an answer is let in sooner. */
const STEP = 9;
const FLOOR = 10_000;

interface Cell {
  readonly payment: Payment;
  readonly course: string;
}

const sandbox = new SandboxClient(document.querySelector('meta[name=sandbox]')?.getAttribute('content') ?? '');
const told: Told[] = [];

before(async () => {
  stopTime();
  noteRequests();
  await import(new URL('../../dist/cdn/flinks-geft-status.js', import.meta.url).href);
});

for (const row of ROWS) {
  describe(row.fault, () => {
    let cells: readonly Cell[] = [];

    before(async () => {
      cells = await play(row);
      const errors = new Set(cells.flatMap(({ payment }) => payment.errors));
      told.push({ fault: row.fault, courses: cells.map(({ course }) => course), errors: [...errors].sort() });
    });

    after(() => {
      document.body.replaceChildren();
    });

    expectedOf(row).forEach(({ hasMessages, moment, course }, index) => {
      it(`${hasMessages ? 'with messages' : 'without messages'}, ${moment} the flow: ${course}`, () => {
        const cell = cells[index];
        expect(cell?.course).to.equal(course);
        if (cell) expectPromises(cell.payment, hasMessages);
      });
    });
  });
}

describe('the docs', () => {
  before(restoreTime);

  it('tell the same', async () => {
    await publish(matrixTable(told));
  });
});

function expectedOf(row: Row): readonly { hasMessages: boolean; moment: Moment; course: Course }[] {
  return [true, false].flatMap(hasMessages =>
    MOMENTS.map(moment => ({ hasMessages, moment, course: row[hasMessages ? 'on' : 'off'][moment] })),
  );
}

/** All payments of a row, side by side on one page. */
async function play(row: Row): Promise<readonly Cell[]> {
  const { faults } = row;
  const plans = expectedOf(row).map(({ hasMessages, moment }) => ({ faults, hasMessages, moment }));
  const payments = await Promise.all(plans.map(async plan => Payment.open(sandbox, plan)));
  await pass(STEP, row);
  await Promise.all(payments.map(async payment => payment.goToOffer()));
  await pass(30, row);
  await Promise.all(payments.map(async payment => payment.sign()));
  await pass(900, row);
  const lasting = await Promise.all(payments.map(async payment => payment.reads()));
  await Promise.all(payments.map(async payment => payment.mend()));
  await pass(60);
  const mended = await Promise.all(payments.map(async payment => payment.reads()));
  return payments.map((payment, index) => {
    const [first = '', last = ''] = [lasting[index], mended[index]];
    return { payment, course: first === last ? first : `${first} → ${last}` };
  });
}

/** Lets time pass, and answers come in; less of it where nothing waits for time to pass. */
async function pass(seconds: number, { hangs = false }: { hangs?: boolean } = {}): Promise<void> {
  for (let left = seconds; left > 0 && timers() > 0; left -= STEP) {
    if (!hangs) await answered();
    await advance(STEP);
  }
  if (!hangs) await answered();
  await advance(0);
}

/** What the flow says of a payment that goes well. */
const TRUE_STEPS = [
  'APP_MOUNTED',
  'CONSENT_DISABLED',
  'INSTITUTION_SELECTED',
  'COMPONENT_LOAD_CREDENTIAL',
  'SUBMIT_CREDENTIAL',
  'COMPONENT_LOAD_MFA',
  'SUBMIT_MFA',
  'ACCOUNT_SELECTED',
  'COMPONENT_DEPOSIT_CONTINUE',
  'GUARANTEE_OFFERED',
  'COMPONENT_PAD_DOWNLOADED',
  'SUCCESS',
];

/** What holds whatever goes wrong. */
function expectPromises({ sessionId, settlements, steps, element }: Payment, hasMessages: boolean): void {
  const lies = steps.filter((step, index) => !TRUE_STEPS.includes(step) || steps.indexOf(step) < index);
  expect(hasMessages ? lies : steps, 'steps that the flow has not said').to.deep.equal([]);
  const times = checkTimes(sessionId);
  const tooClose = times.filter((at, index) => at - (times[index - 1] ?? -Infinity) < FLOOR);
  expect(tooClose, 'checks within the floor').to.deep.equal([]);
  expect(settlements, 'geft-settled').to.be.at.most(1);
  if (element.phase === 'success' && element.snapshot.confirmed) {
    expect(element.snapshot).to.include({ status: 'Completed', statusDetails: 'EFT0301' });
  }
}
