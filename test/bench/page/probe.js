/**
 * Tells when elements show their first words. Loaded before everything else, by a classic script. It sees into shadow
 * trees, the closed ones too, and looks at an element only when something in it changed.
 */
{
  const roots = new WeakMap();
  const { attachShadow } = Element.prototype;
  let tag = '';
  let missing = 0;
  let speaking = new WeakSet();
  let first = Promise.withResolvers();

  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    roots.set(this, root);
    observer.observe(root, OBSERVED);
    return root;
  };

  const OBSERVED = { childList: true, characterData: true, subtree: true };
  const observer = new MutationObserver(records => {
    const hosts = new Set(records.map(({ target }) => hostOf(target)));
    // What is put into the page finished is in the records as an addition.
    for (const { addedNodes } of records) for (const node of addedNodes) if (node.localName === tag) hosts.add(node);
    for (const host of hosts) look(host);
  });
  observer.observe(document, OBSERVED);

  function hostOf(node) {
    for (let at = node; at; at = at.parentNode ?? at.host) if (at.localName === tag) return at;
    return null;
  }

  function look(host) {
    if (!host || speaking.has(host) || !hasWords(roots.get(host) ?? host)) return;
    speaking.add(host);
    missing -= 1;
    if (missing === 0) first.resolve(performance.now());
  }

  function hasWords(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode;
      if (data.trim() && !parentElement?.closest('style, script')) return true;
    }
    return false;
  }

  globalThis.probe = {
    /** From now on, so many elements of this name are waited for. */
    expect(name, count) {
      tag = name;
      missing = count;
      speaking = new WeakSet();
      first = Promise.withResolvers();
    },
    /** The time at which the last of them had words. */
    words: () => first.promise,
    /** The time at which the page was first painted with any content. */
    painted: () =>
      new Promise(resolve => {
        new PerformanceObserver(list => {
          const entry = list.getEntriesByName('first-contentful-paint')[0];
          if (entry) resolve(entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
    /** Puts elements on the page; milliseconds until all of them have words. */
    async insert(name, attributes) {
      probe.expect(name, attributes.length);
      const begin = performance.now();
      probe.put(name, attributes);
      return (await probe.words()) - begin;
    },
    put(name, attributes) {
      const fragment = document.createDocumentFragment();
      for (const each of attributes) {
        const element = document.createElement(name);
        for (const attribute of Object.keys(each)) element.setAttribute(attribute, each[attribute]);
        globalThis.dress?.(element);
        fragment.append(element);
      }
      document.querySelector('main').append(fragment);
    },
    /** What has been observed is no longer kept. */
    rest() {
      observer.disconnect();
    },
    /** Two frames later, what was to be rendered is. */
    frames: () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  };
}
