// SPDX-License-Identifier: Apache-2.0

/** An address that someone typed: a link only when it leads to the web, and never with our page's name. */
export function WebAddress({ url }: { url: string }) {
  if (!/^https?:\/\//i.test(url)) return <span className="break-all">{url}</span>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow" className="link inline-flex min-h-11 items-center self-start break-all">
      {url}
    </a>
  );
}
