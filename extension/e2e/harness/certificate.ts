/**
 * A self-signed certificate for the news servers of the tests, made anew for every run: no key lies in the repository and no tool is needed.
 * X.509 version 1 (RFC 5280, 4.1) in DER (ITU-T X.690): the least a TLS server can present. Browsers are told to take any certificate.
 */
import { generateKeyPairSync, sign } from 'node:crypto';

/** Tags of DER values used here. */
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OBJECT_ID = 0x06;
const UTF8_STRING = 0x0c;
const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;
const SEQUENCE = 0x30;
const SET = 0x31;

/** 1.2.840.10045.4.3.2: ECDSA with SHA-256 (RFC 5758, 3.2). */
const ECDSA_WITH_SHA256 = der(SEQUENCE, der(OBJECT_ID, Buffer.from('2a8648ce3d040302', 'hex')));
/** 2.5.4.3: common name (RFC 5280, appendix A.1). */
const COMMON_NAME = der(OBJECT_ID, Buffer.from('550403', 'hex'));

/** Private key and certificate in PEM, good from 2000 to 2100 whatever day a test's clock shows. */
export function selfSignedCertificate(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, Buffer.from('news of the tests')))));
  const validity = der(SEQUENCE, time(UTC_TIME, '000101000000Z'), time(GENERALIZED_TIME, '21000101000000Z'));
  const subjectKey = publicKey.export({ type: 'spki', format: 'der' });
  const toBeSigned = der(SEQUENCE, der(INTEGER, Buffer.from([1])), ECDSA_WITH_SHA256, name, validity, name, subjectKey);
  const certificate = der(SEQUENCE, toBeSigned, ECDSA_WITH_SHA256, bits(sign('sha256', toBeSigned, privateKey)));
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: pem(certificate) };
}

/** One DER value: tag, length of the content, content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}

/** Years before 2050 are written as UTC time, later ones as generalized time (RFC 5280, 4.1.2.5). */
function time(tag: typeof UTC_TIME | typeof GENERALIZED_TIME, text: string): Buffer {
  return der(tag, Buffer.from(text));
}

/** A bit string of whole bytes: its first byte counts the unused bits. */
function bits(bytes: Buffer): Buffer {
  return der(BIT_STRING, Buffer.from([0]), bytes);
}

function pem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
