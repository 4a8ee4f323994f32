"""A browser without a window, driven through chromedriver over plain WebDriver HTTP."""
import base64
import json
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

CHROMIUM_FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic',
                  '--no-first-run', '--disable-background-networking',
                  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage']
SECONDS_TO_START = 30


def _free_port():
    with socket.socket() as s:
        s.bind(('127.0.0.1', 0))
        return s.getsockname()[1]


class Browser:
    """Use as `with Browser(chromium, chromedriver) as browser:`."""

    def __init__(self, chromium, chromedriver):
        self.profile = tempfile.mkdtemp(prefix='browser-profile-')
        port = _free_port()
        self.base = f'http://127.0.0.1:{port}'
        self.driver = subprocess.Popen([chromedriver, f'--port={port}'], stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
        self._wait_for_driver()
        flags = CHROMIUM_FLAGS + [f'--user-data-dir={self.profile}']
        options = {'binary': chromium, 'args': flags}
        capabilities = {'alwaysMatch': {'goog:chromeOptions': options,
                                        'goog:loggingPrefs': {'browser': 'ALL'}}}
        self.session = ''
        self.session = '/session/' + self.call('POST', '/session',
                                               {'capabilities': capabilities})['sessionId']

    def __enter__(self):
        return self

    def __exit__(self, *ignored):
        try:
            self.call('DELETE', '')
        finally:
            self.driver.terminate()
            self.driver.wait(10)
            shutil.rmtree(self.profile, ignore_errors=True)

    def _wait_for_driver(self):
        until = time.monotonic() + SECONDS_TO_START
        while True:
            try:
                with urllib.request.urlopen(self.base + '/status', timeout=2):
                    return
            except (urllib.error.URLError, OSError):
                if time.monotonic() > until:
                    raise
                time.sleep(0.1)

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + self.session + path, data, method=method,
                                         headers={'Content-Type': 'application/json'})
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)['value']
        except urllib.error.HTTPError as error:
            raise AssertionError(f'{method} {path}: {error.read().decode()[:800]}') from None

    def devtools(self, command, **parameters):
        return self.call('POST', '/goog/cdp/execute', {'cmd': command, 'params': parameters})

    def open(self, path):
        self.call('POST', '/url', {'url': 'about:blank'})  # or a fragment alone would not load
        self.call('POST', '/url', {'url': path if '://' in path else 'file://' + path})

    def script(self, body, *arguments):
        return self.call('POST', '/execute/sync', {'script': body, 'args': list(arguments)})

    def size(self, width, height):
        self.devtools('Emulation.setDeviceMetricsOverride', width=width, height=height,
                      deviceScaleFactor=1, mobile=False)

    def scheme(self, name):
        """'light' or 'dark'."""
        self.devtools('Emulation.setEmulatedMedia',
                      features=[{'name': 'prefers-color-scheme', 'value': name}])

    def scripts(self, on):
        """Whether pages opened from now on may run scripts of their own."""
        self.devtools('Emulation.setScriptExecutionDisabled', value=not on)

    def element(self, selector):
        found = self.call('POST', '/element', {'using': 'css selector', 'value': selector})
        return next(iter(found.values()))

    def click(self, selector):
        self.call('POST', f'/element/{self.element(selector)}/click', {})

    def press(self, key):
        self.call('POST', '/actions', {'actions': [
            {'type': 'key', 'id': 'keys',
             'actions': [{'type': 'keyDown', 'value': key}, {'type': 'keyUp', 'value': key}]}]})

    def screenshot(self, path, top=0, height=0):
        """The whole page, or a part of it."""
        more = {}
        if height:
            width = self.script('return innerWidth')
            more = {'clip': {'x': 0, 'y': top, 'width': width, 'height': height, 'scale': 1}}
        shot = self.devtools('Page.captureScreenshot', captureBeyondViewport=True, **more)
        with open(path, 'wb') as out:
            out.write(base64.b64decode(shot['data']))

    def pdf(self):
        return base64.b64decode(self.devtools('Page.printToPDF')['data'])

    def log(self):
        """What the browser complained of since it was last asked."""
        return self.call('POST', '/se/log', {'type': 'browser'})
