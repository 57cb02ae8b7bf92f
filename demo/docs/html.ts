/** The HTML of an element with these attributes, as it would stand in a merchant's page. */
export function htmlFor(attributes: readonly (readonly [name: string, value: string | null])[]): string {
  const written = attributes.flatMap(([name, value]) => {
    if (value === null) return [];
    return [value === '' ? name : `${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`];
  });
  return [
    '<script type="module" src="flinks-geft-status.js"></script>',
    `<${['flinks-geft-status', ...written].join(' ')}>`,
    '  <iframe slot="flow" title="Pay from your bank" src="https://payments.flinksapp.com/app/?sessionId=…"></iframe>',
    '  <a slot="declined" href="/pay-by-card">Pay another way</a>',
    '</flinks-geft-status>',
  ].join('\n');
}
