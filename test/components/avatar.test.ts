import { expect, fixture, html } from '@open-wc/testing';
import { avatarTemplate, initials, nameOf } from '../../components/avatar.js';
import { english } from '../../src/i18n/strings.js';

describe('initials', () => {
  for (const [name, expected] of [
    ['Maya Okafor', 'MO'],
    ['maya', 'M'],
    ['Jean-Luc van der Berg', 'JV'],
    ['Élodie Ångström', 'ÉÅ'],
    ['Олена Шевченко', 'ОШ'],
    ['مايا أوكافور', 'م'],
    ['田中 太郎', '田'],
    ['สมชาย ใจดี', 'ส'],
    ['“Sam” (night shift)', 'SN'],
    ['7 Eleven', '7'],
    ['…', ''],
    ['', ''],
  ] as const) {
    it(`takes "${expected}" from "${name}"`, () => {
      expect(initials(name)).to.equal(expected);
    });
  }
});

describe('nameOf', () => {
  it('goes by what the page calls the role', () => {
    expect(nameOf({ role: 'bot', displayName: 'BOT_1' }, { bot: 'Ada' }, english)).to.equal('Ada');
  });

  it('goes by the name that the service gives', () => {
    expect(nameOf({ role: 'agent', displayName: 'Maya' }, {}, english)).to.equal('Maya');
  });

  it('falls back on the word for the role', () => {
    expect(nameOf({ role: 'agent', displayName: ' ' }, {}, english)).to.equal('Agent');
    expect(nameOf({ role: 'bot' }, {}, english)).to.equal('Assistant');
  });
});

describe('avatarTemplate', () => {
  const avatar = async (...args: Parameters<typeof avatarTemplate>) =>
    (await fixture(html`<div>${avatarTemplate(...args)}</div>`)).querySelector('.avatar')!;

  it('shows the initials of a person', async () => {
    expect((await avatar('agent', 'Maya Okafor', {})).textContent.trim()).to.equal('MO');
  });

  it('shows the sign of a machine, and not its initials', async () => {
    const bot = await avatar('bot', 'Halden Assistant', {});
    expect(bot.textContent.trim()).to.equal('');
    expect(bot.querySelector('svg')).not.to.equal(null);
  });

  it('shows the picture that the page gives', async () => {
    const url = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
    expect((await avatar('agent', 'Maya', { agent: url })).querySelector('img')?.src).to.equal(url);
  });

  it('shows the template that the page gives', async () => {
    const own = await avatar('agent', 'Maya', { agent: html`<i>own</i>` });
    expect(own.querySelector('i')?.textContent).to.equal('own');
  });
});
