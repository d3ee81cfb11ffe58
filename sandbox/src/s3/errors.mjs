// SPDX-License-Identifier: Apache-2.0
// How S3 refuses. Source: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html

import { xml, xmlReply } from './xml.mjs';

export class S3Error extends Error {
  constructor(status, code, message) {
    super(message);
    this.reply = xmlReply(xml('Error', [['Code', code], ['Message', message]]), status);
  }
}

export const noSuchKey = () => new S3Error(404, 'NoSuchKey', 'The specified key does not exist.');
export const noSuchUpload = () => new S3Error(404, 'NoSuchUpload', 'The specified upload does not exist.');
