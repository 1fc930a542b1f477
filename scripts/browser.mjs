// Finds a Chromium-family browser; on Debian as root it installs one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'brave-browser'];
const fixed = {
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((key) =>
    process.env[key] ? [`${process.env[key]}\\Google\\Chrome\\Application\\chrome.exe`, `${process.env[key]}\\Microsoft\\Edge\\Application\\msedge.exe`] : [],
  ),
};

function look() {
  const onPath = (process.env['PATH'] ?? '').split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [process.env['BROWSER_PATH'], ...onPath, ...(fixed[process.platform] ?? [])].find((file) => file && existsSync(file));
}

/** A browser that is here, Chromium's family before Firefox; installs Chromium where none is, or ends with one sentence. */
export function ensureAnyBrowser() {
  const chromium = look();
  if (chromium) return { kind: 'chromium', path: chromium };
  const firefox = lookForFirefox();
  return firefox ? { kind: 'firefox', path: firefox } : { kind: 'chromium', path: ensureChromium() };
}

/** The path of a browser; ends with one sentence when there is none and none can be installed. */
export function ensureChromium() {
  const found = look();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium from Debian’s packages …');
    spawnSync('apt-get', ['update'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', 'chromium'], { stdio: 'inherit' });
    const installed = look();
    if (installed) return installed;
  }
  console.error('There is no Chromium, Chrome, Edge, Brave or Firefox here. Install one (on Debian: apt install chromium) or set BROWSER_PATH.');
  process.exit(1);
}

function lookForFirefox() {
  return [
    process.env['FIREFOX_PATH'],
    ...(process.env['PATH'] ?? '').split(path.delimiter).flatMap((folder) => ['firefox-esr', 'firefox'].map((name) => path.join(folder, name))),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ].find((file) => file && existsSync(file));
}

/** The path of a Firefox; ends with one sentence when there is none and none can be installed. */
export function ensureFirefox() {
  const found = lookForFirefox();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Firefox from Debian’s packages …');
    spawnSync('apt-get', ['update'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', 'firefox-esr'], { stdio: 'inherit' });
    const installed = lookForFirefox();
    if (installed) return installed;
  }
  console.error('There is no Firefox here. Install one (on Debian: apt install firefox-esr) or set FIREFOX_PATH.');
  process.exit(1);
}

export const quietFlags = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
