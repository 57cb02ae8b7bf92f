// @ts-check
/**
 * What the one-file builds leave out of Lit: what it keeps for engines of long ago, and what no template and no property
 * of this element uses. `dist/index.js` imports Lit as it is.
 *
 * Each cut names the code it takes out. Where Lit has changed so that a cut does not fit any more, the build fails.
 */

/** @typedef {{ why: string, from: string | RegExp, to: string }} Cut */

/** @type {Readonly<Record<string, readonly Cut[]>>} */
const cuts = {
  '@lit/reactive-element/css-tag.js': [
    {
      why: 'every engine adopts style sheets',
      from: /\w+\.ShadowRoot&&.*?"replace"in CSSStyleSheet\.prototype/,
      to: 'true',
    },
    { why: 'one style sheet', from: 'o.map(t=>t instanceof CSSStyleSheet?t:t.styleSheet)', to: 'o' },
  ],
  '@lit/reactive-element/reactive-element.js': [
    { why: 'no polyfills', from: 'a.reactiveElementPolyfillSupport', to: 'void 0' },
    { why: 'nobody asks', from: /,\(a\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, to: '' },
    { why: 'nobody asks', from: 'removeController(t){this._$EO?.delete(t)}', to: '' },
    { why: 'no attribute is a script', from: 'c?c.emptyScript:""', to: '""' },
    { why: 'one style sheet', from: /finalizeStyles\(s\)\{.*?return i\}/, to: 'finalizeStyles(s){return s}' },
    { why: 'attributes are no JSON', from: 'case Object:case Array:t=null==t?t:JSON.stringify(t)', to: '' },
    { why: 'attributes are no JSON', from: 'case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}', to: '' },
    { why: 'no decorators', from: /Symbol\.metadata\?\?=.*?new WeakMap;/, to: ';' },
    { why: 'no decorators', from: /const t=this\[Symbol\.metadata\];.*?(?=this\._\$Eh=new Map)/, to: '' },
    { why: 'no decorators', from: 'this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0),', to: '' },
    { why: 'no decorators', from: 'static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', to: '' },
    { why: 'no decorators', from: ',this.constructor.l?.forEach(t=>t(this))', to: '' },
    { why: 'no decorators', from: ',void 0!==t.l&&(this.l=[...t.l])', to: '' },
    {
      why: 'no decorators',
      from: /const t=this\.constructor\.elementProperties;if\(t\.size>0\)for\(.*?\}(?=\}let t=!1)/,
      to: '',
    },
    {
      why: 'no hooks',
      from: 'this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)',
      to: 'this.hasUpdated=!0',
    },
    {
      why: 'no hooks',
      from: 't=this.shouldUpdate(s),t?(this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)):this._$EM()',
      to: 't=!0,this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)',
    },
    { why: 'no hooks', from: 'willUpdate(t){}', to: '' },
    { why: 'no hooks', from: 'scheduleUpdate(){return this.performUpdate()}', to: '' },
    {
      why: 'no hooks',
      from: 'const t=this.scheduleUpdate();return null!=t&&await t,',
      to: 'this.performUpdate();return ',
    },
    { why: 'no hooks', from: 'this._$EO?.forEach(t=>t.hostUpdated?.()),', to: '' },
    { why: 'no hooks', from: 'shouldUpdate(t){return!0}', to: '' },
    { why: 'no hooks', from: 'updated(t){}firstUpdated(t){}', to: '' },
    {
      why: 'no accessors of its own',
      from: /const\{get:e,set:r\}=h\(.*?\};return\{get:e,/,
      to: 'return{get(){return this[s]},',
    },
    {
      why: 'no accessors of its own',
      from: 'set(s){const h=e?.call(this);r?.call(this,s),',
      to: 'set(e){const h=this[s];this[s]=e,',
    },
    { why: 'no symbols among the properties', from: '[...r(t),...o(t)]', to: 'r(t)' },
    {
      why: 'every property is declared',
      from: 'b={attribute:!0,type:String,converter:u,reflect:!1,useDefault:!1,hasChanged:f}',
      to: 'b={}',
    },
    {
      why: 'every property has a name',
      from: '"string"==typeof i?i:"string"==typeof t?t.toLowerCase():void 0',
      to: 'i||t.toLowerCase()',
    },
    { why: 'no such options of a property', from: 'i.hasChanged??f', to: 'f' },
    { why: 'no such options of a property', from: 's.state&&(s.attribute=!1),', to: '' },
    { why: 'no such options of a property', from: '!s.noAccessor', to: 'true' },
    {
      why: 'no such options of a property',
      from: '||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i))',
      to: '',
    },
    {
      why: 'no such options of a property',
      from: 'i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)||',
      to: '',
    },
    { why: 'no such options of a property', from: 'r??this._$Ej?.get(e)??r', to: 'r' },
    {
      why: 'no such options of a property',
      from: 'h="function"==typeof t.converter?{fromAttribute:t.converter}:void 0!==t.converter?.fromAttribute?t.converter:u',
      to: 'h=u',
    },
    { why: 'no such options of a property', from: '(void 0!==i.converter?.toAttribute?i.converter:u)', to: 'u' },
  ],
  'lit-html/lit-html.js': [
    { why: 'no polyfills', from: 't.litHtmlPolyfillSupport', to: 'void 0' },
    { why: 'nobody asks', from: /,\(t\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, to: '' },
    { why: 'nobody asks', from: 'get tagName(){return this.element.tagName}', to: '' },
    { why: 'nobody asks', from: 'this.type=1,', to: '' },
    { why: 'nobody asks', from: 'this.type=2,', to: '' },
    { why: 'nobody asks', from: 'constructor(){super(...arguments),this.type=4}', to: '' },
    { why: 'nobody asks', from: 'constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}', to: '' },
    { why: 'no directives', from: 'get _$AU(){return this._$AM._$AU}', to: '' },
    { why: 'no directives', from: 'get _$AU(){return this._$AM._$AU}', to: '' },
    { why: 'no directives', from: 'get _$AU(){return this._$AM?._$AU??this._$Cv}', to: '' },
    { why: 'no directives', from: ',this._$Cv=e?.isConnected??!0', to: '' },
    { why: 'no directives', from: 'this._$AN=void 0,', to: '' },
    { why: 'no directives', from: 'this._$AN=void 0,', to: '' },
    { why: 'no directives', from: 'this._$AN=void 0,', to: '' },
    { why: 'no directives', from: 'get startNode(){return this._$AA}get endNode(){return this._$AB}', to: '' },
    { why: 'no directives', from: 'setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}', to: '' },
    { why: 'no directives', from: 'this._$AP?.(!1,!0,s);', to: ';' },
    { why: 'no svg`` and no mathml``', from: '2===i?"<svg>":3===i?"<math>":""', to: '""' },
    { why: 'no svg`` and no mathml``', from: '(2===i?"</svg>":3===i?"</math>":"")', to: '""' },
    { why: 'no svg`` and no mathml``', from: /,2===i\|\|3===i\)\{.*?\}(?=for\()/, to: '){}' },
    { why: 'no comments', from: '"!--"===u[1]?c=_:', to: '' },
    { why: 'no comments', from: 'c===_||c===m', to: 'c===m' },
    { why: 'no nodes as values', from: 'void 0!==t.nodeType?this.T(t):', to: '' },
    { why: 'lists are arrays', from: 'd=t=>u(t)||"function"==typeof t?.[Symbol.iterator]', to: 'd=u' },
    { why: 'no compiled templates', from: 'const{values:i,_$litType$:s}=t', to: 'const{values:i}=t' },
    { why: 'no compiled templates', from: /"number"==typeof s\?this\._\$AC\(t\):\(.*?,s\)(?=;)/, to: 'this._$AC(t)' },
    { why: 'one document', from: '(t?.creationScope??l)', to: 'l' },
    { why: 'nothing comes after it', from: 's?.renderBefore??i', to: 'i' },
    { why: 'nothing comes after it', from: 's?.renderBefore??null', to: 'null' },
    {
      why: 'listeners are functions, and stay',
      from: /_\$AI\(t,i=this\)\{if\(\(t=M\(this,t,i,0\)\?\?A\)===E\)return;.*?this\._\$AH=t\}/,
      to: '_$AI(t){this._$AH===A&&this.element.addEventListener(this.name,this),this._$AH=t}',
    },
    {
      why: 'listeners are functions, and stay',
      from: /handleEvent\(t\)\{.*?\}(?=\})/,
      to: 'handleEvent(t){this._$AH(t)}',
    },
    { why: 'no .property', from: '"."===e[1]?I:', to: '' },
    { why: 'no element parts', from: ':6===r.type&&(i=new Z(h,this,t))', to: ':0' },
    { why: 'no element parts', from: 'else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t))', to: '' },
    {
      why: 'no parts in script, style, textarea or title',
      from: /if\(y\.test\(r\.tagName\)\)\{.*?\}\}(?=\}else if\(8)/,
      to: '',
    },
    {
      why: 'no parts in script, style, textarea or title',
      from: '(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p)',
      to: 'c=p',
    },
    {
      why: 'a part is a whole attribute',
      from: /_\$AI\(t,i=this,s,e\)\{const h=this\.strings;.*?o&&!e&&this\.j\(t\)\}/,
      to: '_$AI(t){t!==this._$AH&&this.j(this._$AH=t)}',
    },
    {
      why: 'a part is a whole attribute',
      from: /s\.length>2\|\|""!==s\[0\].*?:(?=this\._\$AH=A)/,
      to: '',
    },
    {
      why: 'a part is a whole attribute',
      from: 'void 0!==s.strings?(s._$AI(t,s,i),i+=s.strings.length-2):',
      to: '',
    },
    { why: 'no parts in comments', from: /else\{let t=-1;for\(.*?\}(?=l\+\+)/, to: '' },
    { why: 'no directives', from: 't=M(this,t,i),a(t)?', to: 'a(t)?' },
    {
      why: 'no value says that nothing changed',
      from: 't!==this._$AH&&t!==E&&this._(t)',
      to: 't!==this._$AH&&this._(t)',
    },
    { why: 'no value says that nothing changed', from: 'E=Symbol.for("lit-noChange"),', to: 'E={},' },
    { why: 'a part is a whole attribute', from: 'strings:s,ctor', to: 'ctor' },
    { why: 'a part is a whole attribute', from: ',s=r.getAttribute(t).split(o)', to: '' },
    { why: 'every part is of use', from: 'void 0!==s&&(s._$AI(t[i])),i++', to: 's._$AI(t[i++])' },
    { why: 'no part asks where it stands', from: 'get parentNode(){return this._$AM.parentNode}', to: '' },
    { why: 'no part asks where it stands', from: /get parentNode\(\)\{let t=.*?,t\}/, to: '' },
    { why: 'no part asks where it stands', from: ',this._$AM=i}', to: '}' },
    { why: 'no part asks where it stands', from: 'const t=new R(e,this),', to: 'const t=new R(e),' },
    { why: 'no part has options', from: ',this._$AM=s,this.options=e}', to: '}' },
    { why: 'no part has options', from: 'this._$AM=e,this.options=h,', to: '' },
    { why: 'no part has options', from: 'h.nextSibling,this,t)', to: 'h.nextSibling)' },
    { why: 'no part has options', from: 'r.name,r.strings,this,t)', to: 'r.name)' },
    { why: 'no part has options', from: 't.u(this.options)', to: 't.u()' },
    { why: 'no part has options', from: 'this.O(c()),this,this.options)', to: 'this.O(c()))' },
    { why: 'no part has options', from: ',t,void 0,s??{})', to: ',t)' },
  ],
  '@lit/task/task.js': [
    { why: 'its value is all that is asked for', from: /render\(t\)\{switch.*?\}\}(?=\}const r)/, to: '' },
    { why: 'its value is all that is asked for', from: /get taskComplete\(\)\{.*?this\.t\}/, to: '' },
    {
      why: 'its value is all that is asked for',
      from: 'get error(){return this.l}get status(){return this.i}',
      to: '',
    },
    { why: 'its value is all that is asked for', from: ':(this.t=void 0,this.o=void 0,this.h=void 0)', to: ':0' },
    { why: 'its value is all that is asked for', from: ',this.o?.(s)', to: '' },
    { why: 'its value is all that is asked for', from: ',this.h?.(h)', to: '' },
    { why: 'nobody waits for its end', from: 'try{this.k?.(s)}catch{}', to: '' },
    { why: 'nobody waits for its end', from: 'try{this.A?.(h)}catch{}', to: '' },
    { why: 'nobody waits for its end', from: 'this.k=h.onComplete,this.A=h.onError,', to: '' },
    { why: 'nobody else aborts it', from: 'abort(t){1===this.i&&this.q?.abort(t)}', to: '' },
    { why: 'its configuration is an object', from: '"object"==typeof s?s:{task:s,args:i}', to: 's' },
    { why: 'it always has arguments', from: 'if(void 0===this.j)return;', to: '' },
    { why: 'it always has arguments', from: /if\(!Array\.isArray\(t\)\)throw Error\(.*?\);/, to: '' },
    { why: 'they are compared one by one', from: 'h.argsEqual??r', to: 'r' },
    { why: 'it runs by itself', from: 'this.autoRun=h.autoRun??!0,', to: '' },
    { why: 'it runs by itself', from: '!0===this.autoRun&&', to: '' },
    { why: 'it begins without one', from: /,"initialValue"in h&&\(.*?\)\)(?=\})/, to: '' },
    {
      why: 'it runs before the update',
      from: '"afterUpdate"===this.autoRun?queueMicrotask((()=>this._.requestUpdate())):',
      to: '',
    },
    { why: 'it runs before the update', from: /hostUpdated\(\)\{.*?\}(?=T\(\))/, to: '' },
  ],
};

/** A plugin for the bundler. @returns {import('vite').Plugin} */
export function leanLit() {
  return {
    name: 'lean-lit',
    transform(code, id) {
      const module = Object.keys(cuts).find(name => id.endsWith(`/node_modules/${name}`));
      return module ? (cuts[module] ?? []).reduce((whole, cut) => take(whole, cut, module), code) : null;
    },
  };
}

/** @param {string} code @param {Cut} cut @param {string} module */
function take(code, { why, from, to }, module) {
  const left = code.replace(from, to);
  if (left === code) throw new Error(`${module} has changed: ${String(from)} (${why}) is not in it.`);
  return left;
}
