import { Faults } from './support/faults';
import { expect, test } from './support/story';

test('a fault of a page is noticed, whatever kind it is', async ({ browser }) => {
  const context = await browser.newContext();
  const faults = new Faults();
  await faults.watch(context);
  const page = await context.newPage();
  await page.goto('/');
  expect(faults.list()).toEqual([]);

  await page.evaluate(() => {
    const picture = document.createElement('div');
    picture.innerHTML = '<img src="/nothing.png" onerror="window.ran = true">';
    document.body.append(picture);
    setTimeout(() => {
      throw new Error('thrown by the story');
    });
    console.error('said by the story');
    void fetch('http://192.0.2.1/').catch(() => undefined);
    window.open('http://192.0.2.2/');
    alert('asked by the story');
  });

  const kinds = [
    'policy violated: script-src-attr',
    'policy violated: connect-src',
    'script error: Error: thrown by the story',
    'console: said by the story',
    'asked somebody else: http://192.0.2.2',
    'dialog: asked by the story',
  ];
  for (const kind of kinds) {
    await expect.poll(() => faults.list().filter((fault) => fault.includes(kind)).length, kind).toBeGreaterThan(0);
  }
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  await context.close();
});
