import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };

describe('the sites that the extension may read', () => {
  it('are none but the person’s own machine by itself', () => {
    const loopback = ['http://127.0.0.1/*', 'http://localhost/*'];
    expect(manifest.host_permissions).toEqual(loopback);
    expect(manifest.content_scripts.flatMap(({ matches }) => matches)).toEqual(loopback);
  });
  it('are asked for one by one, and only where pages are encrypted', () => {
    expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
    expect(manifest.permissions.filter((one) => /tabs|webRequest|cookies|history|<all_urls>|\*/u.test(one))).toEqual([]);
  });
});
