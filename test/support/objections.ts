/** First script of a page: remembers what the page's policy objects to, from before anything else of it runs. */
const objections: string[] = [];

document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => objections.push(violatedDirective));
Object.assign(window, { objections });

export {};
