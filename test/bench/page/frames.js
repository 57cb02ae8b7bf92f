/** From a message of the flow to the changed text: counted in frames, beginning with the event itself. */

let heard = () => {};

// Before any listener of the element, which is not on the page yet.
window.addEventListener('message', ({ origin, data }) => heard(origin, data), { capture: true });

const frame = () => new Promise(resolve => requestAnimationFrame(resolve));

/** One payment: the flow says one thing, and nothing more. */
globalThis.hear = async (flowOrigin, sessionId, step) => {
  const status = document.createElement('flinks-geft-status');
  const iframe = document.createElement('iframe');
  iframe.slot = 'flow';
  iframe.title = 'Pay from your bank';
  iframe.src = `${flowOrigin}/flow.html?sessionId=${sessionId}`;
  status.baseUrl = location.origin;
  status.append(iframe);
  const loaded = new Promise(resolve => iframe.addEventListener('load', resolve, { once: true }));
  document.querySelector('main').append(status);
  await loaded;
  while (!status.snapshot.checkedAt) await frame();
  await frame();
  await frame();
  const result = await watch(status, flowOrigin, () => iframe.contentWindow.postMessage({ say: step }, flowOrigin));
  status.remove();
  return { ...result, phase: status.phase };
};

function watch(status, flowOrigin, speak) {
  const title = () => status.shadowRoot.querySelector('[part=title]').textContent;
  const before = title();
  let frames = 0;
  let begin = NaN;
  let changed = NaN;
  const observer = new MutationObserver(() => {
    if (Number.isNaN(changed) && title() !== before) changed = performance.now();
  });
  observer.observe(status.shadowRoot, { childList: true, characterData: true, subtree: true });
  return new Promise(resolve => {
    heard = origin => {
      if (origin !== flowOrigin) return;
      heard = () => {};
      begin = performance.now();
      const count = () => {
        frames += 1;
        if (title() === before && frames < 600) requestAnimationFrame(count);
        else {
          observer.disconnect();
          resolve({ frames, milliseconds: changed - begin });
        }
      };
      requestAnimationFrame(count);
    };
    speak();
  });
}
