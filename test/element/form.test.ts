import type { FlinksGeftStatus, Phase } from '../../src/index.js';
import { en } from '../../src/locale/en.js';
import { fr } from '../../src/locale/fr.js';
import {
  advance,
  button,
  CANCELED,
  create,
  endpoint,
  freshSession,
  http,
  INITIATED,
  mount,
  payerReads,
  PHASES,
  reach,
  say,
  SCHEDULED,
  sessionId,
  settle,
  setUp,
  TAG,
  told,
  unreachable,
} from '../support/bench.js';
import { expect } from '../support/expect.js';

setUp();

const NAME = 'payment';

/** A form on the page; with `inside`, what is around the element in it. */
function openForm(): { form: HTMLFormElement; fieldset: HTMLFieldSetElement } {
  const form = document.createElement('form');
  const fieldset = form.appendChild(document.createElement('fieldset'));
  document.body.append(form);
  return { form, fieldset };
}

/** What a form would send for the payment. */
function sends(form: HTMLFormElement): readonly FormDataEntryValue[] {
  return new FormData(form).getAll(NAME);
}

/** An element in a form, in a phase. */
async function inForm(
  phase: Phase,
  attributes: Record<string, string> = {},
): Promise<{ element: FlinksGeftStatus; form: HTMLFormElement; fieldset: HTMLFieldSetElement }> {
  const element = await reach(phase, { name: NAME, required: '', ...attributes });
  const { form, fieldset } = openForm();
  fieldset.append(element);
  await settle();
  return { element, form, fieldset };
}

describe('name and required', () => {
  it('are none by default', () => {
    const element = document.createElement(TAG);
    expect([element.name, element.required]).to.deep.equal([null, false]);
  });

  it('become properties', async () => {
    const element = await mount({ name: NAME, required: '' });
    expect([element.name, element.required]).to.deep.equal([NAME, true]);
  });

  it('become attributes', async () => {
    const element = await mount();
    Object.assign(element, { name: NAME, required: true });
    await settle();
    expect([element.getAttribute('name'), element.hasAttribute('required')]).to.deep.equal([NAME, true]);
    Object.assign(element, { name: null, required: false });
    await settle();
    expect([element.getAttribute('name'), element.hasAttribute('required')]).to.deep.equal([null, false]);
  });
});

describe('the form', () => {
  it('is the one around it', async () => {
    const { element, form } = await inForm('waiting');
    expect(element.form === form).to.be.true;
    expect(Array.from(form.elements).includes(element)).to.be.true;
  });

  it('is the one that it names', async () => {
    const { form } = openForm();
    form.id = 'checkout';
    const element = await mount({ form: 'checkout', name: NAME });
    expect(element.form === form).to.be.true;
  });

  it('is none where there is none', async () => expect((await mount()).form).to.equal(null));
});

describe('what is sent', () => {
  for (const phase of PHASES) {
    it(`${phase}: ${phase === 'success' ? 'the session' : 'nothing'}`, async () => {
      const { form } = await inForm(phase);
      expect(sends(form)).to.deep.equal(phase === 'success' ? [sessionId()] : []);
    });
  }

  it('is the session from the moment of success on', async () => {
    const { form } = await inForm('waiting');
    endpoint.says(SCHEDULED);
    await advance(30);
    expect(sends(form)).to.deep.equal([sessionId()]);
  });

  it('is nothing again after a change of session', async () => {
    const { element, form } = await inForm('success');
    endpoint.says(INITIATED);
    element.sessionId = freshSession();
    await settle();
    expect(sends(form)).to.deep.equal([]);
    expect(element.validity.valueMissing).to.be.true;
  });

  it('is nothing again without a session', async () => {
    const { element, form } = await inForm('success');
    element.sessionId = null;
    await settle();
    expect(sends(form)).to.deep.equal([]);
    expect(element.validity.valueMissing).to.be.true;
  });

  it('is nothing without a name', async () => {
    const { element, form } = await inForm('success');
    element.name = null;
    await settle();
    expect(Array.from(new FormData(form).keys())).to.deep.equal([]);
  });

  it('goes under another name', async () => {
    const { element, form } = await inForm('success');
    element.name = 'other';
    await settle();
    expect(Array.from(new FormData(form))).to.deep.equal([['other', sessionId()]]);
  });

  it('is sent whether it is required or not', async () => {
    const { element, form } = await inForm('success');
    element.required = false;
    await settle();
    expect(sends(form)).to.deep.equal([sessionId()]);
  });

  it('is the session also where success could not be confirmed', async () => {
    const { element, form } = await inForm('waiting');
    await advance(20);
    endpoint.says(unreachable);
    await say('SUCCESS');
    expect(sends(form)).to.deep.equal([]);
    await advance(120);
    expect(element.snapshot).to.include({ phase: 'success', confirmed: false });
    expect(sends(form)).to.deep.equal([sessionId()]);
    expect(element.checkValidity()).to.be.true;
  });
});

describe('when events tell of success', () => {
  const rows: readonly (readonly [type: 'geft-change' | 'geft-settled', attributes: Record<string, string>])[] = [
    ['geft-settled', {}],
    ['geft-settled', { required: '' }],
    ['geft-change', { required: '' }],
  ];
  for (const [type, attributes] of rows) {
    const isRequired = 'required' in attributes;
    it(`at ${type}, ${isRequired ? 'required' : 'not required'}, whoever listens may send the form`, async () => {
      const { form } = openForm();
      const sent: unknown[] = [];
      form.addEventListener('submit', event => {
        event.preventDefault();
        sent.push(...sends(form));
      });
      const element = await mount({ name: NAME, ...attributes }, '', form);
      element.addEventListener(type, ({ detail }) => {
        if (detail.phase === 'success') form.requestSubmit();
      });
      endpoint.says(SCHEDULED);
      await advance(30);
      expect(sent).to.deep.equal([sessionId()]);
    });
  }
});

describe('required', () => {
  for (const phase of PHASES) {
    it(`${phase} is ${phase === 'success' ? 'valid' : 'invalid'}`, async () => {
      const { element, form } = await inForm(phase);
      const isValid = phase === 'success';
      expect(element.willValidate).to.be.true;
      expect([element.validity.valid, element.validity.valueMissing]).to.deep.equal([isValid, !isValid]);
      expect(element.validationMessage).to.equal(isValid ? '' : en.required);
      expect([element.matches(':valid'), element.matches(':invalid')]).to.deep.equal([isValid, !isValid]);
      expect(form.matches(':invalid')).to.equal(!isValid);
      expect([element.checkValidity(), form.checkValidity()]).to.deep.equal([isValid, isValid]);
    });
  }

  it('not, it is valid whatever happens', async () => {
    for (const phase of ['waiting', 'declined', 'success', 'error'] as const) {
      const { element, form } = await inForm(phase, { 'session-id': freshSession() });
      element.required = false;
      await settle();
      expect([element.validity.valid, form.checkValidity(), element.validationMessage]).to.deep.equal([true, true, '']);
      expect(element.matches(':valid')).to.be.true;
    }
  });

  it('later, is invalid from then on', async () => {
    const element = await mount();
    expect(element.validity.valid).to.be.true;
    element.required = true;
    await settle();
    expect(element.validity.valueMissing).to.be.true;
  });

  it('becomes valid with success', async () => {
    const { element, form } = await inForm('waiting');
    endpoint.says(SCHEDULED);
    await advance(30);
    expect([element.validity.valid, element.validationMessage, form.checkValidity()]).to.deep.equal([true, '', true]);
  });

  for (const ask of ['checkValidity', 'reportValidity'] as const) {
    it(`${ask}() tells the page once where it is invalid, and not where it is valid`, async () => {
      const { element } = await inForm('waiting');
      let invalid = 0;
      element.addEventListener('invalid', event => {
        event.preventDefault();
        invalid += 1;
      });
      expect(element[ask]()).to.be.false;
      expect(invalid).to.equal(1);
      endpoint.says(SCHEDULED);
      await advance(30);
      expect(element[ask]()).to.be.true;
      expect(invalid).to.equal(1);
    });
  }

  it('a form with it is not sent before', async () => {
    const { form } = await inForm('waiting');
    let submits = 0;
    form.addEventListener('submit', event => {
      event.preventDefault();
      submits += 1;
    });
    form.requestSubmit();
    expect(submits).to.equal(0);
    endpoint.says(SCHEDULED);
    await advance(30);
    form.requestSubmit();
    expect(submits).to.equal(1);
  });

  it('says so in the payer’s language, and follows it', async () => {
    const { element } = await inForm('waiting', { lang: 'fr' });
    expect(element.validationMessage).to.equal(fr.required);
    element.lang = 'en';
    await settle();
    expect(element.validationMessage).to.equal(en.required);
  });

  it('tells nobody and asks for nothing', async () => {
    const { element } = await inForm('waiting');
    const before = told(element).length;
    const asked = endpoint.requests().length;
    element.required = false;
    element.name = 'other';
    await settle();
    element.checkValidity();
    expect(told(element).length).to.equal(before);
    expect(endpoint.requests().length).to.equal(asked);
  });
});

describe('a disabled fieldset', () => {
  it('takes it out of the form: nothing is validated, nothing sent', async () => {
    const { element, form, fieldset } = await inForm('waiting');
    fieldset.disabled = true;
    await settle();
    expect(element.willValidate).to.be.false;
    expect([element.checkValidity(), form.checkValidity()]).to.deep.equal([true, true]);
    expect(element.matches(':invalid')).to.be.false;
    endpoint.says(SCHEDULED);
    await advance(30);
    expect(element.phase).to.equal('success');
    expect(sends(form)).to.deep.equal([]);
    fieldset.disabled = false;
    await settle();
    expect(element.willValidate).to.be.true;
    expect(sends(form)).to.deep.equal([sessionId()]);
  });

  it('ended, brings the complaint back', async () => {
    const { element, fieldset } = await inForm('waiting');
    fieldset.disabled = true;
    await settle();
    fieldset.disabled = false;
    await settle();
    expect([element.checkValidity(), element.matches(':invalid')]).to.deep.equal([false, true]);
  });

  it('disables “Check again”, for as long as it lasts', async () => {
    const { element, fieldset } = await inForm('unconfirmed');
    await advance(20);
    expect(button(element)?.disabled).to.be.false;
    fieldset.disabled = true;
    await settle();
    expect(button(element)?.disabled).to.be.true;
    const asked = endpoint.requests().length;
    button(element)?.click();
    await advance(20);
    expect(endpoint.requests().length).to.equal(asked);
    fieldset.disabled = false;
    await settle();
    expect(button(element)?.disabled).to.be.false;
    button(element)?.click();
    await settle();
    expect(endpoint.requests().length).to.equal(asked + 1);
  });

  it('leaves the watch alone', async () => {
    const { fieldset, form } = openForm();
    fieldset.disabled = true;
    const element = create({ name: NAME, required: '' });
    fieldset.append(element);
    await settle();
    await say('SUBMIT_MFA');
    await advance(60);
    expect(endpoint.times()).to.deep.equal([0, 30, 60]);
    endpoint.says(CANCELED);
    await advance(30);
    expect(element.phase).to.equal('canceled');
    expect(form.checkValidity()).to.be.true;
  });
});

describe('a form that is reset', () => {
  for (const phase of PHASES) {
    it(`leaves ${phase} as it is`, async () => {
      const { element, form } = await inForm(phase);
      const { snapshot } = element;
      const words = payerReads(element);
      const before = told(element).length;
      const asked = endpoint.requests().length;
      form.reset();
      await settle();
      expect(element.snapshot).to.equal(snapshot);
      expect(payerReads(element)).to.equal(words);
      expect(told(element).length).to.equal(before);
      expect(endpoint.requests().length).to.equal(asked);
      expect(sends(form)).to.deep.equal(phase === 'success' ? [sessionId()] : []);
      expect(element.checkValidity()).to.equal(phase === 'success');
      expect([element.name, element.required]).to.deep.equal([NAME, true]);
    });
  }

  it('and the watch goes on', async () => {
    const { element, form } = await inForm('waiting');
    form.reset();
    endpoint.says(http(500), SCHEDULED);
    await advance(60);
    expect(element.phase).to.equal('success');
    expect(sends(form)).to.deep.equal([sessionId()]);
  });
});

describe('what a browser restores into a form', () => {
  it('finds no way into the element: a payment is not made by a session kept from yesterday', () => {
    expect('formStateRestoreCallback' in document.createElement(TAG)).to.be.false;
  });
});
