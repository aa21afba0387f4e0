package io.switchboard.journeys;

import com.microsoft.playwright.Page;

/** The journeys' Chromium, kept warm: one page that prints one HTML after the other as a tagged PDF. It lives here to reach the finder. */
public final class WarmChromium implements AutoCloseable {

    private final JourneyBrowser browser = JourneyBrowser.launch();
    private final Page page = browser.browser().newPage();

    /** A4, tagged, with backgrounds: what a person would choose to get the same page. */
    public byte[] print(String html) {
        page.setContent(html);
        return page.pdf(
                new Page.PdfOptions().setFormat("A4").setPrintBackground(true).setTagged(true));
    }

    @Override
    public void close() {
        browser.close();
    }
}
