import { expect } from '@open-wc/testing';
import { ACCEPTED_FILES } from '../../../components/composer-attach.js';
import {
  allowedExtensions,
  checkFile,
  fileName,
  MAX_FILE_BYTES,
  MAX_FILES,
} from '../../../src/uploads/file-rules.js';

describe('checkFile', () => {
  const check = (changes: Partial<Parameters<typeof checkFile>[0]> = {}, others = 0) =>
    checkFile({ name: 'a.pdf', type: 'application/pdf', size: 1, ...changes }, others);

  const types = {
    'a.csv': 'text/csv',
    'a.doc': 'application/msword',
    'a.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'a.heic': 'image/heic',
    'a.jfif': 'image/jpeg',
    'a.jpeg': 'image/jpeg',
    'a.jpg': 'image/jpeg',
    'a.mov': 'video/quicktime',
    'a.mp4': 'video/mp4',
    'a.pdf': 'application/pdf',
    'a.png': 'image/png',
    'a.ppt': 'application/vnd.ms-powerpoint',
    'a.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    'a.rtf': 'application/rtf',
    'a.txt': 'text/plain',
    'a.wav': 'audio/wav',
    'a.xls': 'application/vnd.ms-excel',
    'a.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  };
  for (const [name, type] of Object.entries(types)) {
    it(`knows the type of ${name} when the browser does not`, () => {
      expect(check({ name, type: '' })).to.deep.equal({ type });
      expect(check({ name: name.toUpperCase(), type: 'application/octet-stream' })).to.deep.equal({ type });
    });
  }

  it('is offered in the file dialog as it is checked', () => {
    expect(ACCEPTED_FILES.split(',')).to.deep.equal(allowedExtensions);
    expect(allowedExtensions).to.deep.equal(Object.keys(types).map((name) => name.slice(1)));
  });

  it('keeps what the browser says where the service knows it', () => {
    expect(check({ name: 'a.rtf', type: 'text/rtf' })).to.deep.equal({ type: 'text/rtf' });
    expect(check({ name: 'a.wav', type: 'audio/x-wav' })).to.deep.equal({ type: 'audio/x-wav' });
    expect(check({ name: 'a.txt', type: 'text/plain;charset=utf-8' })).to.deep.equal({ type: 'text/plain' });
  });

  const refusals: readonly (readonly [string, Partial<Parameters<typeof checkFile>[0]>, number, string])[] = [
    ['another kind of file', { name: 'a.exe' }, 0, 'attachment/type-not-allowed'],
    ['a name without an extension', { name: 'pdf' }, 0, 'attachment/type-not-allowed'],
    ['an extension that only the prototype has', { name: 'a.constructor' }, 0, 'attachment/type-not-allowed'],
    ['an empty file', { size: 0 }, 0, 'attachment/empty'],
    ['a file that is too large', { size: MAX_FILE_BYTES + 1 }, 0, 'attachment/too-large'],
    ['one more than a chat takes', {}, MAX_FILES, 'attachment/too-many'],
  ];
  for (const [what, changes, others, refusal] of refusals)
    it(`refuses ${what}`, () => expect(check(changes, others)).to.deep.equal({ refusal }));

  it('takes the largest and the last', () => {
    expect(check({ size: MAX_FILE_BYTES }, MAX_FILES - 1)).to.deep.equal({ type: 'application/pdf' });
  });
});

describe('fileName', () => {
  it('gives what was pasted without an extension the one of its type', () => {
    expect(fileName({ name: 'image', type: 'image/png' })).to.equal('image.png');
    expect(fileName({ name: 'photo', type: 'image/jpeg' })).to.match(/^photo\.jpe?g$/);
    expect(fileName({ name: 'setup.exe', type: 'image/png' })).to.equal('setup.exe');
  });

  it('keeps to what the service takes', () => {
    const long = fileName({ name: `${'x'.repeat(300)}.pdf`, type: '' });
    expect(long).to.have.length(256);
    expect(long.endsWith('x.pdf')).to.equal(true);
    expect(fileName({ name: 'a/b\\c\u0007.pdf', type: '' })).to.equal('a_b_c_.pdf');
  });
});
