/** The engines a test run wants, and where each was found. */
export type Engine = 'chromium' | 'firefox' | 'webkit';

export interface Browser {
  readonly via: 'playwright' | 'system';
  readonly executablePath: string;
}

/** WebKitGTK's browser, to be had through its driver and on a display only. */
export interface DrivenBrowser {
  readonly via: 'webdriver';
  readonly executablePath: string;
  readonly driver: string;
  readonly xvfb: string;
}

export interface Browsers {
  readonly chromium: Browser | null;
  readonly firefox: Browser | null;
  readonly webkit: Browser | DrivenBrowser | null;
}

export const engines: readonly Engine[];
export const engineNames: Readonly<Record<Engine, string>>;
export const allRequired: boolean;
export const chromiumArgs: string[];
export function findBrowsers(): Browsers;
