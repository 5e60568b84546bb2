import { expect } from '@open-wc/testing';
import type { ConnectChat } from '../../../src/connect-chat.js';
import { ConnectChatError } from '../../../src/errors.js';
import {
  appeared,
  inside,
  mountChat,
  mountConnected,
  painted,
  reached,
  record,
  type MountedChat,
} from '../../support/mount-chat.js';

const pdf = (name = 'a.pdf', size = 5) => new File(['x'.repeat(size)], name, { type: 'application/pdf' });

async function refusal(promise: Promise<unknown>): Promise<ConnectChatError> {
  try {
    await promise;
  } catch (error) {
    expect(error).to.be.instanceOf(ConnectChatError);
    return error as ConnectChatError;
  }
  throw new Error('It was not refused.');
}

/** The chat's own item for a file that it has taken. */
function deliverFile(service: MountedChat['service'], AttachmentId: string, Status = 'APPROVED'): void {
  const file = { AttachmentId, AttachmentName: 'a.pdf', ContentType: 'application/pdf', Status };
  const customer = { ParticipantId: 'customer-1', ParticipantRole: 'CUSTOMER' };
  service.deliver({ Id: `item-of-${AttachmentId}`, Type: 'ATTACHMENT', Attachments: [file], ...customer });
}

/** Resolves once `name` has been called. */
async function called(service: MountedChat['service'], name: string, count = 1): Promise<void> {
  while (service.count(name) < count) await new Promise(requestAnimationFrame);
}

/** Something happens to the panel with `files`, as the browser would have it. */
function bring(element: ConnectChat, type: 'drop' | 'dragover' | 'dragleave', ...files: File[]): boolean {
  const dataTransfer = new DataTransfer();
  for (const file of files.length > 0 ? files : [pdf()]) dataTransfer.items.add(file);
  const event = new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true });
  return inside(element, '[part="log"], [part="welcome"]')!.dispatchEvent(event);
}

/** The files that wait to be sent, as they are read. */
function tray(element: ConnectChat): readonly string[] {
  const cards = inside(element, 'connect-chat-tray')?.shadowRoot?.querySelectorAll('.attachment') ?? [];
  return [...cards].map((card) => card.textContent.replace(/\s+/g, ' ').trim());
}

describe('sendFiles()', () => {
  it('resolves with the ids of what the service has taken', async () => {
    const { element, service } = await mountConnected();
    const events = record(element, 'attachment', 'sent', 'send-failed');
    const sent = element.sendFiles([pdf()]);
    await called(service, 'complete-attachment-upload');
    const [{ body } = { body: {} }] = service.calls.filter(({ name }) => name === 'put');
    expect(body).to.deep.include({ bytes: 5 });
    expect((body as { headers: object }).headers).to.include({
      'content-type': 'application/pdf',
      'x-amz-meta-signed': 'as given',
    });
    deliverFile(service, 'file-1', 'IN_PROGRESS');
    const [{ key, id } = { key: '', id: '' }] = await sent;
    expect(id).to.equal('item-of-file-1');
    const file = element.state.entries.find((entry) => entry.key === key);
    expect(file).to.include({ id, kind: 'attachment', delivery: 'sent' });
    deliverFile(service, 'file-1');
    const statuses = events.map(([name, detail]) =>
      name === 'connect-chat-attachment' || name === 'attachment'
        ? (detail as { attachment: { status: string } }).attachment.status
        : name,
    );
    expect(statuses.filter((status) => status !== 'finishing')).to.deep.equal([
      'waiting',
      'uploading',
      'checking',
      'sent',
      'approved',
    ]);
  });

  it('starts the chat if need be', async () => {
    const { element, service } = await mountChat();
    const sent = element.sendFiles([pdf()]);
    await called(service, 'complete-attachment-upload');
    deliverFile(service, 'file-1');
    expect(await sent).to.have.length(1);
    expect(service.count('start')).to.equal(1);
  });

  it('sends nothing if one of them may not be sent', async () => {
    const { element, service } = await mountConnected();
    const error = await refusal(element.sendFiles([pdf(), pdf('setup.exe')]));
    expect(error).to.include({ code: 'attachment/type-not-allowed', recoverable: false });
    expect(service.count('start-attachment-upload')).to.equal(0);
    expect(element.state.entries).to.deep.equal([]);
  });

  it('rejects with the reason of the service, and leaves the file to be seen', async () => {
    const { element, service } = await mountConnected();
    const events = record(element, 'send-failed');
    service.replies['start-attachment-upload'] = () =>
      new Response(JSON.stringify({ __type: 'ServiceQuotaExceededException', Message: 'x' }), {
        status: 402,
      });
    const error = await refusal(element.sendFiles([pdf()]));
    expect(error).to.include({ code: 'attachment/too-many', recoverable: false });
    const [entry] = element.state.entries;
    expect(entry).to.include({ kind: 'attachment', delivery: 'failed' });
    expect(events).to.deep.equal([['send-failed', { entry, code: 'attachment/too-many', retryable: false }]]);
  });

  it('rejects where files are not wanted', async () => {
    const off = await mountConnected({ attachmentsDisabled: true });
    expect(await refusal(off.element.sendFiles([pdf()]))).to.include({ code: 'attachment/disabled' });
    const over = await mountConnected();
    over.service.end();
    await reached(over.element, () => over.element.state.connection === 'ended');
    expect(await refusal(over.element.sendFiles([pdf()]))).to.include({ code: 'chat/ended' });
  });

  it('rejects when the chat is taken off the page', async () => {
    const { element, service } = await mountConnected();
    const outcome = refusal(element.sendFiles([pdf()]));
    await called(service, 'complete-attachment-upload');
    element.remove();
    expect(await outcome).to.include({ code: 'chat/removed' });
  });
});

describe('files over the panel', () => {
  it('are taken where they are dropped, and go with the next message', async () => {
    const { element, service } = await mountConnected();
    expect(bring(element, 'dragover')).to.equal(false);
    const overlay = await appeared(element, '.drop');
    expect(overlay.textContent).to.include('Drop files to attach').and.include('20 MB');
    expect(bring(element, 'drop', pdf('one.pdf', 2_000), pdf('setup.exe'), pdf('empty.pdf', 0))).to.equal(
      false,
    );
    await painted(element);
    expect(inside(element, '.drop')).to.equal(undefined);
    expect(tray(element)).to.deep.equal([
      'one.pdf Ready to send, 2 KB',
      'setup.exe This kind of file can’t be sent',
      'empty.pdf This file is empty',
    ]);
    const status = inside(element, 'connect-chat-tray')!.shadowRoot!.querySelector('[role="status"]')!;
    expect(status.textContent).to.equal(
      '1 file is ready to send. setup.exe: This kind of file can’t be sent empty.pdf: This file is empty',
    );
    await expect(element).to.be.accessible();

    const send = inside(element, '[part="send"]')!;
    expect(send.ariaDisabled).to.equal(null);
    send.click();
    await called(service, 'complete-attachment-upload');
    await painted(element);
    expect(service.count('message')).to.equal(0);
    expect(tray(element)).to.have.length(2);
    for (let left = 2; left > 0; left -= 1) {
      inside(element, 'connect-chat-tray')!.shadowRoot!.querySelector('button')!.click();
      await painted(element);
    }
    expect(inside(element, 'connect-chat-tray')).to.equal(undefined);
  });

  it('are forgotten about when they leave again', async () => {
    const { element } = await mountConnected();
    bring(element, 'dragover');
    await appeared(element, '.drop');
    bring(element, 'dragleave');
    await painted(element);
    expect(inside(element, '.drop')).to.equal(undefined);
  });

  it('are none of ours where files are not wanted', async () => {
    const { element } = await mountConnected({ attachmentsDisabled: true });
    expect(bring(element, 'drop')).to.equal(true);
    expect(inside(element, '[part="attach"]')).to.equal(undefined);
  });

  it('keep the words that are being written', async () => {
    const { element } = await mountConnected();
    const input = inside(element, 'textarea') as HTMLTextAreaElement;
    input.value = 'half a sent';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    bring(element, 'drop', pdf());
    await appeared(element, 'connect-chat-tray');
    await painted(element);
    expect(input.value).to.equal('half a sent');
  });
});

describe('a file that is pasted', () => {
  function paste(element: ConnectChat, withWords: boolean): boolean {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(['x'], 'image.png', { type: 'image/png' }));
    if (withWords) clipboardData.setData('text/plain', 'cells');
    const event = new ClipboardEvent('paste', {
      clipboardData,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    return inside(element, 'textarea')!.dispatchEvent(event);
  }

  it('waits to be sent', async () => {
    const { element } = await mountConnected();
    expect(paste(element, false)).to.equal(false);
    await appeared(element, 'connect-chat-tray');
    await painted(element);
    expect(tray(element)).to.deep.equal(['image.png Ready to send, 1 KB']);
  });

  it('is not a picture of words that are pasted with it', async () => {
    const { element } = await mountConnected();
    expect(paste(element, true)).to.equal(true);
  });
});

describe('the attach button', () => {
  it('takes what was chosen, and lets the same be chosen again', async () => {
    const { element } = await mountConnected();
    const button = inside(element, '[part="attach"]')!;
    expect(button.ariaLabel).to.equal('Attach files');
    expect(button.title).to.include('20 MB');
    const input = inside(element, 'input[type="file"]') as HTMLInputElement;
    let opened = 0;
    input.addEventListener('click', (event) => {
      event.preventDefault();
      opened += 1;
    });
    button.click();
    expect(opened).to.equal(1);
    const chosen = new DataTransfer();
    chosen.items.add(pdf());
    input.files = chosen.files;
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    expect(input.files).to.have.length(0);
    await appeared(element, 'connect-chat-tray');
    await painted(element);
    expect(tray(element)).to.deep.equal(['a.pdf Ready to send, 1 KB']);
  });

  it('leaves alone what the page has in a slot', async () => {
    const own = Object.assign(document.createElement('input'), { type: 'file', slot: 'footer' });
    await mountChat({}, [own]);
    const chosen = new DataTransfer();
    chosen.items.add(pdf());
    own.files = chosen.files;
    own.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    expect(own.files).to.have.length(1);
  });
});
