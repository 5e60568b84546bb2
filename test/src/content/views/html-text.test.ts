import { expect } from '@open-wc/testing';
import { htmlText, withKnownTags } from '../../../../src/content/views/html-text.js';

describe('markup in views', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    [
      '<p>One</p><p>Two &amp; &#39;three&#39;</p>',
      '<p>One</p><p>Two &amp; &#39;three&#39;</p>',
      "One\nTwo & 'three'",
    ],
    ['<h3>Head</h3><div>Body</div>', '<p><strong>Head</strong></p><p>Body</p>', 'Head\nBody'],
    ['<TextContent>Steps</TextContent>', '<p>Steps</p>', 'Steps'],
    ['<b>a</b><I>b</I>', '<strong>a</strong><em>b</em>', 'ab'],
    ['<a class="x" href="https://a.no/" onclick=\'x\'>go</a>', '<a href="https://a.no/">go</a>', 'go'],
    ['<ol start=3 onload=x><li>c</li></ol>', '<ol start=3><li>c</li></ol>', 'c'],
    ['a<img src="x" onerror="alert(1)">b', 'ab', 'ab'],
    ['a<script>alert(2)</script>b<style>p{}</style>c', 'abc', 'abc'],
    ['a<!-- <p>no</p> -->b', 'ab', 'ab'],
    ['<img onerror=x <b>c</b>', '&lt;img onerror=x <strong>c</strong>', 'c'],
    ['1 < 2 and 3 > 2', '1 &lt; 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['<p onclick="x">y', '<p>y', 'y'],
  ];
  for (const [html, known, words] of rows) {
    it(`is slimmed, and read as words: ${html}`, () => {
      expect(withKnownTags(html)).to.equal(known);
      expect(htmlText(html)).to.equal(words);
    });
  }
});
