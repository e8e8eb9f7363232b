import Polling
