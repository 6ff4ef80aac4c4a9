"""The pages in a real Chromium: cookies, Origin and style sheets as browsers treat them."""

import asyncio
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from selenium import webdriver
from selenium.webdriver.common.by import By

from app.workflow import keys
from tests.api.conftest import ARTICLE, Service, make

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run", "--window-size=1200,1600",
)  # fmt: skip
START_S = 20


@pytest.fixture
def service(sqlite_template: Path, tmp_path: Path) -> Iterator[Service]:
    path = tmp_path / "stet.db"
    path.write_bytes(sqlite_template.read_bytes())
    made = make(f"sqlite:///{path}")
    yield made
    made.desk.engine.dispose()


@pytest.fixture
def address(service: Service) -> Iterator[str]:
    """Serve on a loopback port of the system's choice."""
    server = uvicorn.Server(uvicorn.Config(service.app, host="127.0.0.1", port=0, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + START_S
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[webdriver.Chrome]:
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        pytest.skip("NOT TESTED IN A BROWSER: install chromium and chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*FLAGS, f"--user-data-dir={tmp_path / 'profile'}"):
        options.add_argument(flag)
    started = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    started.implicitly_wait(5)
    yield started
    started.quit()


@pytest.mark.slow
@pytest.mark.servers
@pytest.mark.enable_socket
def test_an_editor_signs_in_and_sees_why_a_number_does_not_stand(service: Service, address: str, browser: webdriver.Chrome) -> None:
    secret = keys.issue(service.desk, "Ada", ("admin",), by="test").secret
    browser.get(address)
    browser.find_element(By.NAME, "key").send_keys(secret)
    browser.find_element(By.CSS_SELECTOR, "form.stack button").click()
    browser.find_element(By.NAME, "title").send_keys("Alder in figures")
    browser.find_element(By.NAME, "body").send_keys(ARTICLE)
    browser.find_element(By.CSS_SELECTOR, "form[action='/articles'] button").click()
    assert browser.find_element(By.CSS_SELECTOR, "h1 .status").text == "pending"
    asyncio.run(service.work())
    browser.refresh()
    assert browser.find_element(By.CSS_SELECTOR, "h1 .status").text == "attention"
    assert browser.find_element(By.CSS_SELECTOR, ".support.contradicted").is_displayed()
    browser.find_element(By.CSS_SELECTOR, ".text .claim.attention").click()
    assert "52,000 books" in browser.find_element(By.TAG_NAME, "mark").text
    log: list[dict[str, str]] = browser.get_log("browser")  # type: ignore[no-untyped-call]
    problems = [entry["message"] for entry in log if entry["level"] == "SEVERE"]
    assert [message for message in problems if "favicon" not in message] == []
