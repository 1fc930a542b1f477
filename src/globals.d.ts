/** The browser that this build is for; set by the build. */
declare const __BROWSER__: 'chrome' | 'firefox' | 'none';
